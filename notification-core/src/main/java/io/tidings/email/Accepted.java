package io.tidings.email;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A provider took responsibility for the message. That is not yet delivery.
 *
 * @param provider the name of the adapter that was accepted by its far side
 * @param providerId the provider's own id for the message; empty if it gave none
 * @param refused the recipients that the provider refused although it took the message for the others; usually empty
 * @param attempts every attempt, oldest first
 */
public record Accepted(String provider, String providerId, Map<EmailAddress, Failure> refused, List<Attempt> attempts)
        implements SendResult {

    public Accepted {
        Names.requireProvider(provider);
        Objects.requireNonNull(providerId, "providerId");
        refused = Refusals.copyOf(refused);
        attempts = List.copyOf(attempts);
    }

    @Override
    public <T> T fold(
            Function<? super Accepted, ? extends T> accepted,
            Function<? super Deferred, ? extends T> deferred,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Unconfirmed, ? extends T> unconfirmed) {
        return accepted.apply(this);
    }

    /** Without the provider's id, which is text from outside. */
    @Override
    public String toString() {
        return "Accepted[provider=" + provider + ", refused=" + refused + ", attempts=" + attempts + "]";
    }
}
