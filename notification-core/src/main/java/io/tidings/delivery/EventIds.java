package io.tidings.delivery;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids of the last events, by which a redelivery is recognised. Not thread-safe. */
final class EventIds {

    private final int capacity;
    private final Set<String> ids = new LinkedHashSet<>(0);

    EventIds(int capacity) {
        this.capacity = capacity;
    }

    /** Takes it for a redelivery if it comes again, unless it has no id. */
    void add(DeliveryEvent event) {
        if (event.eventId().isEmpty()) {
            return;
        }
        if (ids.size() == capacity) {
            ids.remove(ids.iterator().next());
        }
        ids.add(id(event));
    }

    boolean contains(DeliveryEvent event) {
        return !event.eventId().isEmpty() && ids.contains(id(event));
    }

    private static String id(DeliveryEvent event) {
        return event.provider() + ' ' + event.eventId();
    }
}
