package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.email.Attempt;
import io.tidings.email.MessageId;

/**
 * Hears what becomes of every send. For metrics and alarms; not for decisions that must not be missed, which belong to
 * whoever holds the {@link Receipt}.
 *
 * <p>Each listener is called by a thread of its own, one call after the other, so that a slow or broken one harms
 * neither sends nor other listeners. Up to 10,000 calls wait; beyond, calls are left out and counted in a warning. What
 * a listener throws is counted in the same way.
 */
public interface NotificationListener {

    /**
     * An attempt was made.
     *
     * @param template the id of the message's template; may be empty
     */
    default void attempted(MessageId id, String template, Attempt attempt) {}

    /** A provider took responsibility. */
    default void accepted(SendReport report) {}

    /** Not sent, and may work later. */
    default void deferred(SendReport report) {}

    /** Not sent, and never will be as it is. */
    default void rejected(SendReport report) {}

    /** Handed over, with no definite answer. */
    default void unconfirmed(SendReport report) {}

    /** A provider reported something about a message after it was sent. The event holds the address as data. */
    default void event(DeliveryEvent event) {}

    /**
     * Writes one line for each outcome to the SLF4J logger {@code io.tidings.sends}: result, id, template, adapter,
     * verdict, milliseconds.
     */
    static NotificationListener logging() {
        return new LoggingListener();
    }
}
