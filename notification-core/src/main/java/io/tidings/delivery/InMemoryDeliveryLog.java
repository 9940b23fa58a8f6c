package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A bounded log in memory. */
final class InMemoryDeliveryLog implements DeliveryLog {

    private static final Duration MAX_RETENTION = Duration.ofDays(3_653);
    private static final int MAX_EVICTED = 200_000;
    private static final int APPENDS_BETWEEN_FORGETTING = 1_000;
    private static final Comparator<Delivery> NEWEST_FIRST = Comparator.comparing(Delivery::since)
            .reversed()
            .thenComparing(delivery -> delivery.messageId().value());

    private final int capacity;
    private final Duration retention;
    private final InstantSource clock;
    private final Map<MessageId, History> histories = new LinkedHashMap<>();
    /** Messages that only unproven events speak of; anybody can make them up, so they go first. */
    private final Set<MessageId> claimed = new LinkedHashSet<>();
    /** What is recognised when it comes again, although there was no more room for its message. */
    private final EventIds evicted = new EventIds(MAX_EVICTED);

    private final MessageIndex index = new MessageIndex();
    private final UnmatchedEvents unmatched = new UnmatchedEvents();
    private int appends;

    InMemoryDeliveryLog(int messages, Duration retention, InstantSource clock) {
        if (messages < 1) {
            throw new InvalidArgumentException("messages", "must be at least 1");
        }
        if (retention.isNegative() || retention.isZero() || retention.compareTo(MAX_RETENTION) > 0) {
            throw new InvalidArgumentException("retention", "must be positive and at most 10 years");
        }
        this.capacity = messages;
        this.retention = retention;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public synchronized boolean append(DeliveryEvent event) {
        if (++appends % APPENDS_BETWEEN_FORGETTING == 0) {
            forget(oldest());
        }
        if (event.messageId().isEmpty()) {
            return unmatched.add(event);
        }
        if (evicted.contains(event)) {
            return false;
        }
        MessageId id = event.messageId().get();
        History history = history(id);
        boolean isKept = history.hasRoomFor(event);
        boolean isNew = history.add(event);
        if (isNew && isKept) {
            index.add(id, event);
        }
        if (event.authentic()) {
            claimed.remove(id);
        }
        return isNew;
    }

    private History history(MessageId id) {
        History known = histories.get(id);
        if (known != null) {
            return known;
        }
        if (histories.size() == capacity) {
            evict(
                    claimed.isEmpty()
                            ? histories.keySet().iterator().next()
                            : claimed.iterator().next());
        }
        History created = new History();
        histories.put(id, created);
        claimed.add(id);
        return created;
    }

    private void evict(MessageId id) {
        remove(id).events().forEach(evicted::add);
    }

    private History remove(MessageId id) {
        History history = Objects.requireNonNull(histories.remove(id));
        claimed.remove(id);
        history.events().forEach(event -> index.remove(id, event));
        return history;
    }

    @Override
    public synchronized boolean contains(DeliveryEvent event) {
        if (event.messageId().isEmpty()) {
            return unmatched.contains(event);
        }
        History history = histories.get(event.messageId().get());
        return evicted.contains(event) || (history != null && history.contains(event));
    }

    @Override
    public synchronized List<DeliveryEvent> timeline(MessageId id) {
        return byTime(kept(id).stream().flatMap(history -> history.events().stream()));
    }

    @Override
    public synchronized List<DeliveryEvent> timeline(EmailAddress recipient) {
        String mailbox = Mailboxes.key(recipient);
        Predicate<DeliveryEvent> theirs = event -> event.recipient()
                .filter(address -> Mailboxes.key(address).equals(mailbox))
                .isPresent();
        return byTime(Stream.concat(
                        index.sentTo(mailbox).stream()
                                .flatMap(id -> kept(id).stream())
                                .flatMap(history -> history.events().stream()),
                        keptUnmatched())
                .filter(theirs));
    }

    @Override
    public synchronized List<DeliveryEvent> unmatched() {
        return byTime(keptUnmatched());
    }

    @Override
    public synchronized List<Delivery> find(DeliveryQuery query) {
        return candidates(query)
                .flatMap(id -> kept(id).stream().flatMap(history -> Delivery.of(id, history.events()).stream()))
                .filter(query::matches)
                .sorted(NEWEST_FIRST)
                .limit(query.limit())
                .toList();
    }

    private Stream<MessageId> candidates(DeliveryQuery query) {
        return query.recipient()
                .map(recipient -> index.sentTo(Mailboxes.key(recipient)).stream())
                .orElseGet(() -> histories.keySet().stream());
    }

    @Override
    public synchronized Optional<MessageId> idOf(String provider, String providerId, Optional<EmailAddress> recipient) {
        return index.idOf(provider, providerId, recipient);
    }

    @Override
    public synchronized int forget(Instant before) {
        List<MessageId> old = new ArrayList<>();
        histories.forEach((id, history) -> {
            if (history.isOlderThan(before)) {
                old.add(id);
            }
        });
        int gone = unmatched.forget(before);
        for (MessageId id : old) {
            gone += remove(id).events().size();
        }
        return gone;
    }

    @Override
    public synchronized int erase(EmailAddress recipient) {
        String mailbox = Mailboxes.key(recipient);
        int gone = unmatched.erase(mailbox);
        for (MessageId id : List.copyOf(index.sentTo(mailbox))) {
            gone += erase(mailbox, id, Objects.requireNonNull(histories.get(id)));
        }
        return gone;
    }

    private int erase(String mailbox, MessageId id, History history) {
        List<DeliveryEvent> erased = history.erase(mailbox);
        for (DeliveryEvent event : erased) {
            index.remove(id, event);
            // Reported again with the provider's id alone, it would name no message any more.
            unmatched.recognise(event);
        }
        // What the others have in common with it.
        history.events().forEach(event -> index.add(id, event));
        return erased.size();
    }

    private Optional<History> kept(MessageId id) {
        return Optional.ofNullable(histories.get(id)).filter(history -> !history.isOlderThan(oldest()));
    }

    private Stream<DeliveryEvent> keptUnmatched() {
        Instant oldest = oldest();
        return unmatched.events().stream().filter(event -> !event.at().isBefore(oldest));
    }

    private Instant oldest() {
        return clock.instant().minus(retention);
    }

    private static List<DeliveryEvent> byTime(Stream<DeliveryEvent> events) {
        return events.sorted(Comparator.comparing(DeliveryEvent::at)).toList();
    }
}
