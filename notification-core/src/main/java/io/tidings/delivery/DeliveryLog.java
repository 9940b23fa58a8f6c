package io.tidings.delivery;

import io.tidings.email.MessageId;
import io.tidings.error.StoreException;
import java.util.List;

/**
 * The history of messages. Implementations are thread-safe and keep no more than they state;
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

    /**
     * What is known of a message, by the time when it happened; events of the same time in the order in which they were
     * added.
     *
     * @return empty if nothing is known, or no longer
     */
    List<DeliveryEvent> timeline(MessageId id);

    /** A log in memory for the last 10,000 messages, with at most 1,000 events each. */
    static DeliveryLog inMemory() {
        return inMemory(10_000);
    }

    /**
     * A log in memory.
     *
     * @param messages how many messages it keeps; beyond, the one that it has known longest is forgotten. Of one
     *     message it keeps the first 1,000 events; events that could not be matched to a message are not kept
     */
    static DeliveryLog inMemory(int messages) {
        return new InMemoryDeliveryLog(messages);
    }
}
