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
 * @param group from which the recipient unsubscribed, by the provider's id; empty for everything
 */
public record Suppression(EmailAddress address, RejectReason reason, Instant since, String group) {

    public Suppression {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(group, "group");
    }

    /** A reason that concerns everything. */
    public Suppression(EmailAddress address, RejectReason reason, Instant since) {
        this(address, reason, since, "");
    }

    /** With the address masked and without the group, which comes from outside. */
    @Override
    public String toString() {
        return "Suppression[" + address + ", " + reason + ", since=" + since + "]";
    }
}
