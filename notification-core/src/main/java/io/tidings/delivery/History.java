package io.tidings.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The events of one message, in the order in which they were added. Not thread-safe. */
final class History {

    /** Of what the reader did; apart, since machines open a message without end. */
    private static final int MAX_ENGAGEMENT = 1_000;
    /** Of everything else: some for each of up to a thousand recipients. */
    private static final int MAX_OTHERS = 10_000;

    private final List<DeliveryEvent> events = new ArrayList<>(2);
    private final EventIds eventIds = new EventIds(MAX_ENGAGEMENT + MAX_OTHERS);
    private int engagement;
    private Instant latest = Instant.MIN;

    /** Whether it is new, as far as this history still knows; beyond its bounds it keeps nothing. */
    boolean add(DeliveryEvent event) {
        if (eventIds.contains(event)) {
            return false;
        }
        if (hasRoomFor(event)) {
            events.add(event);
            eventIds.add(event);
            engagement += event.type().isEngagement() ? 1 : 0;
            latest = event.at().isAfter(latest) ? event.at() : latest;
        }
        return true;
    }

    boolean hasRoomFor(DeliveryEvent event) {
        return event.type().isEngagement() ? engagement < MAX_ENGAGEMENT : events.size() - engagement < MAX_OTHERS;
    }

    boolean contains(DeliveryEvent event) {
        return eventIds.contains(event);
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
        engagement = (int)
                events.stream().filter(event -> event.type().isEngagement()).count();
        return theirs;
    }
}
