package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One try at handing a message, or a request with several messages, to a provider.
 *
 * @param provider the adapter's name, such as {@code sendgrid}
 * @param outcome how it ended
 * @param start when it began
 * @param took how long it lasted; positive or zero
 */
public record Attempt(String provider, Outcome outcome, Instant start, Duration took) {

    public Attempt {
        Names.requireProvider(provider);
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(start, "start");
        if (took.isNegative()) {
            throw new InvalidArgumentException("took", "must not be negative");
        }
    }
}
