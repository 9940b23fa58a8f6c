package io.tidings.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** The last events that name no message, and the ids of some more. Not thread-safe. */
final class UnmatchedEvents {

    private static final int MAX_EVENTS = 1_000;
    private static final int MAX_IDS = 100_000;

    private final Deque<DeliveryEvent> events = new ArrayDeque<>();
    private final EventIds eventIds = new EventIds(MAX_IDS);

    boolean add(DeliveryEvent event) {
        if (contains(event)) {
            return false;
        }
        if (events.size() == MAX_EVENTS) {
            events.removeFirst();
        }
        events.addLast(event);
        recognise(event);
        return true;
    }

    /** Takes it for a redelivery if it comes again. */
    void recognise(DeliveryEvent event) {
        eventIds.add(event);
    }

    boolean contains(DeliveryEvent event) {
        return eventIds.contains(event);
    }

    Collection<DeliveryEvent> events() {
        return events;
    }

    int forget(Instant before) {
        int size = events.size();
        events.removeIf(event -> event.at().isBefore(before));
        return size - events.size();
    }

    int erase(String mailbox) {
        int size = events.size();
        events.removeIf(event -> event.recipient()
                .filter(address -> Mailboxes.key(address).equals(mailbox))
                .isPresent());
        return size - events.size();
    }
}
