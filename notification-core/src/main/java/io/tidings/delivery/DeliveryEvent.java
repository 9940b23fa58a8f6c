package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that happened to one message for one recipient. Holds the address as data; {@link #toString()} does not
 * show it.
 *
 * @param type what happened
 * @param provider who reported it: an adapter's name, or {@code tidings} for what the notifier itself decided
 * @param at when it happened
 * @param messageId of the message; empty if the report could not be matched
 * @param recipient whom it concerns; empty if the report does not say
 * @param rejectReason why the recipient does not get it
 * @param status the enhanced status code (RFC 3463) that the far side gave
 * @param diagnostic the far side's own words, at most {@value #MAX_DIAGNOSTIC} characters; empty if it said nothing.
 *     Text from outside, which may name the recipient: not for logs
 * @param template of the message; empty if not known
 * @param eventId the provider's own id for this event, the same for each redelivery; empty if it has none
 * @param providerId the provider's own id for the message; empty if it gave none
 * @param group from which the recipient unsubscribed, or to which they subscribed, by the provider's id; empty for
 *     everything
 * @param authentic whether the reporter proved who it is, as by a signature, or is this library. A bounce in a mailbox
 *     is not, since anybody can write to one; such an event is believed only of a message that authentic events say
 *     went to that recipient
 * @param byMachine whether a machine, such as a mail client's image proxy, rather than a person, did it
 * @param raw the report as it came, where it is not understood; text from outside, not for logs
 */
public record DeliveryEvent(
        DeliveryEventType type,
        String provider,
        Instant at,
        Optional<MessageId> messageId,
        Optional<EmailAddress> recipient,
        Optional<RejectReason> rejectReason,
        Optional<EnhancedStatus> status,
        String diagnostic,
        String template,
        String eventId,
        String providerId,
        String group,
        boolean authentic,
        boolean byMachine,
        Optional<String> raw) {

    /** The longest {@link #diagnostic()}, in characters; what is longer is cut. */
    public static final int MAX_DIAGNOSTIC = 1_000;

    private static final Set<RejectReason> HARD = Set.of(RejectReason.INVALID, RejectReason.BOUNCED);

    public DeliveryEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(rejectReason, "rejectReason");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(diagnostic, "diagnostic");
        diagnostic = diagnostic.substring(0, Math.min(diagnostic.length(), MAX_DIAGNOSTIC));
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(providerId, "providerId");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(raw, "raw");
    }

    /**
     * Whether it bounced in a way that will not change: there is no such address, or the provider gave it up. Any other
     * {@link DeliveryEventType#BOUNCED} is soft: a full mailbox, a policy, silence for too long.
     */
    public boolean isHardBounce() {
        return type == DeliveryEventType.BOUNCED
                && rejectReason.filter(HARD::contains).isPresent();
    }

    /** Starts an event; not thread-safe. */
    public static DeliveryEventBuilder of(DeliveryEventType type, String provider, Instant at) {
        return new DeliveryEventBuilder(type, provider, at);
    }

    /** The same event, matched to a message. */
    DeliveryEvent matchedTo(MessageId message) {
        return new DeliveryEvent(
                type,
                provider,
                at,
                Optional.of(message),
                recipient,
                rejectReason,
                status,
                diagnostic,
                template,
                eventId,
                providerId,
                group,
                authentic,
                byMachine,
                raw);
    }

    /** Without address, ids of the provider and text from outside. */
    @Override
    public String toString() {
        return "DeliveryEvent[" + type + ", provider=" + provider + ", at=" + at + ", messageId="
                + messageId.map(MessageId::value).orElse("?")
                + rejectReason.map(reason -> ", reason=" + reason).orElse("")
                + status.map(code -> ", status=" + code).orElse("") + "]";
    }
}
