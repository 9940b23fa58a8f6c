package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The history of messages, whichever adapter sent them. It holds addresses: see {@link #forget} for retention and
 * {@link #erase} for the request of one person. Addresses are compared without case. Implementations are thread-safe
 * and keep no more than they state; every method throws {@link StoreException} if the log does not answer;
 * {@code DeliveryLogContract} in the test kit says what they owe.
 */
public interface DeliveryLog {

    /**
     * Adds an event. An event whose {@link DeliveryEvent#eventId()} this log already has for the same message from the
     * same provider is a redelivery and changes nothing.
     *
     * @return whether it is new; false for a redelivery
     * @throws StoreException if it could not be stored
     */
    boolean append(DeliveryEvent event);

    /** Whether {@link #append} would take this event for a redelivery. */
    boolean contains(DeliveryEvent event);

    /**
     * What is known of a message, by the time when it happened; events of the same time in the order in which they were
     * added.
     *
     * @return empty if nothing is known, or no longer
     */
    List<DeliveryEvent> timeline(MessageId id);

    /**
     * What is known of one recipient, of all messages, in the same order as a {@link #timeline}. For the person who
     * asks what is stored about them, too.
     */
    List<DeliveryEvent> timeline(EmailAddress recipient);

    /** The last 1,000 events or more that name no message, by time; somebody should look at them. */
    List<DeliveryEvent> unmatched();

    /**
     * Where a message is on its way to one recipient.
     *
     * @return empty if nothing is known, or no longer
     */
    default Optional<Delivery> status(MessageId id, EmailAddress recipient) {
        return Delivery.of(id, timeline(id)).stream()
                .filter(delivery -> Mailboxes.key(delivery.recipient()).equals(Mailboxes.key(recipient)))
                .findFirst();
    }

    /** The deliveries that a query asks for, newest first. */
    List<Delivery> find(DeliveryQuery query);

    /**
     * Finds out which message a provider means when it reports its own id for it, known from the event that says that
     * the provider took the message.
     *
     * @param recipient to whom the message must have gone, since messages that went to the provider together have one
     *     id; empty if not known
     * @return empty if no message, or more than one, fits
     */
    Optional<MessageId> idOf(String provider, String providerId, Optional<EmailAddress> recipient);

    /**
     * The same event with the message that it concerns, if it names only the provider's id for it and this log knows
     * that.
     */
    default DeliveryEvent matched(DeliveryEvent event) {
        if (event.messageId().isPresent() || event.providerId().isEmpty()) {
            return event;
        }
        return idOf(event.provider(), event.providerId(), event.recipient())
                .map(event::matchedTo)
                .orElse(event);
    }

    /**
     * Forgets every message about which nothing happened since, with all its events, and older events that name no
     * message. What is forgotten cannot be recognised as redelivered, so keep at least what a webhook takes as fresh.
     *
     * @param before the end of the time to forget
     * @return how many events are gone
     */
    int forget(Instant before);

    /**
     * Forgets every event that concerns one recipient, as that person may ask for. Redeliveries of these events are
     * still recognised, so they do not bring them back.
     *
     * @return how many events are gone
     */
    int erase(EmailAddress recipient);

    /** A log in memory for the last 10,000 messages of the last 90 days. It is empty again after a restart. */
    static DeliveryLog inMemory() {
        return inMemory(InstantSource.system());
    }

    /**
     * As {@link #inMemory()}.
     *
     * @param clock by which the 90 days are measured
     */
    static DeliveryLog inMemory(InstantSource clock) {
        return inMemory(10_000, Duration.ofDays(90), clock);
    }

    /**
     * A log in memory.
     *
     * @param messages how many messages it keeps; beyond, the one that it has known longest is forgotten, those first
     *     of which only events speak that are not authentic. Of one message it keeps the first 1,000 events that tell
     *     what readers did and the first 10,000 others; of those that name no message the last 1,000. It still
     *     recognises redeliveries of the last 200,000 events that had to go
     * @param retention how long a message is kept after the last event, up to 10 years
     * @param clock by which retention is measured
     */
    static DeliveryLog inMemory(int messages, Duration retention, InstantSource clock) {
        return new InMemoryDeliveryLog(messages, retention, clock);
    }
}
