package io.tidings.delivery;

import io.tidings.email.MessageId;
import io.tidings.error.InvalidArgumentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bounded log in memory. */
final class InMemoryDeliveryLog implements DeliveryLog {

    private static final int MAX_EVENTS = 1_000;

    private final Map<MessageId, History> histories;

    InMemoryDeliveryLog(int messages) {
        if (messages < 1) {
            throw new InvalidArgumentException("messages", "must be at least 1");
        }
        histories = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<MessageId, History> eldest) {
                return size() > messages;
            }
        };
    }

    @Override
    public synchronized boolean append(DeliveryEvent event) {
        return event.messageId()
                .map(id ->
                        histories.computeIfAbsent(id, unknown -> new History()).add(event))
                .orElse(true);
    }

    @Override
    public synchronized List<DeliveryEvent> timeline(MessageId id) {
        History history = histories.get(id);
        return history == null
                ? List.of()
                : history.events.stream()
                        .sorted(Comparator.comparing(DeliveryEvent::at))
                        .toList();
    }

    private static final class History {

        private final List<DeliveryEvent> events = new ArrayList<>(2);
        private final Set<String> eventIds = new HashSet<>(0);

        /** Whether it is new, as far as this history still knows; beyond its bound it keeps nothing. */
        boolean add(DeliveryEvent event) {
            if (events.size() == MAX_EVENTS) {
                return !eventIds.contains(id(event));
            }
            boolean isNew = event.eventId().isEmpty() || eventIds.add(id(event));
            if (isNew) {
                events.add(event);
            }
            return isNew;
        }

        private static String id(DeliveryEvent event) {
            return event.provider() + ' ' + event.eventId();
        }
    }
}
