package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import java.time.Instant;
import java.util.Objects;

/**
 * One reason not to write to an address.
 *
 * @param address whom it concerns
 * @param reason why
 * @param since when it came to be known
 */
public record Suppression(EmailAddress address, RejectReason reason, Instant since) {

    public Suppression {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }
}
