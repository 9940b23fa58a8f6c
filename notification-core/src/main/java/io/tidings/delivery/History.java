package io.tidings.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events of one message, in the order in which they were added. Not thread-safe. */
final class History {

    private static final int MAX_EVENTS = 1_000;

    private final List<DeliveryEvent> events = new ArrayList<>(2);
    private final Set<String> eventIds = new HashSet<>(0);
    private Instant latest = Instant.MIN;

    /** Whether it is new, as far as this history still knows; beyond its bound it keeps nothing. */
    boolean add(DeliveryEvent event) {
        if (contains(event)) {
            return false;
        }
        if (!isFull()) {
            events.add(event);
            if (!event.eventId().isEmpty()) {
                eventIds.add(id(event));
            }
            latest = event.at().isAfter(latest) ? event.at() : latest;
        }
        return true;
    }

    boolean isFull() {
        return events.size() == MAX_EVENTS;
    }

    boolean contains(DeliveryEvent event) {
        return !event.eventId().isEmpty() && eventIds.contains(id(event));
    }

    boolean isOlderThan(Instant instant) {
        return latest.isBefore(instant);
    }

    List<DeliveryEvent> events() {
        return events;
    }

    /** Forgets what concerns one recipient, but not that it was told. */
    List<DeliveryEvent> erase(String mailbox) {
        boolean nobodyElse = events.stream()
                .flatMap(event -> event.recipient().stream())
                .allMatch(address -> Mailboxes.key(address).equals(mailbox));
        List<DeliveryEvent> theirs = events.stream()
                .filter(event -> event.recipient()
                        .map(address -> Mailboxes.key(address).equals(mailbox))
                        .orElse(nobodyElse))
                .toList();
        events.removeAll(new HashSet<>(theirs));
        return theirs;
    }

    private static String id(DeliveryEvent event) {
        return event.provider() + ' ' + event.eventId();
    }
}
