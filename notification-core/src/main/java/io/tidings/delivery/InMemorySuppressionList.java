package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bounded list in memory. */
final class InMemorySuppressionList implements SuppressionList {

    private static final Comparator<Suppression> OLDEST_FIRST = Comparator.comparing(Suppression::since);

    private final int capacity;
    private final Map<String, Map<Why, Suppression>> entries = new HashMap<>();
    private int size;

    InMemorySuppressionList(int capacity) {
        if (capacity < 1) {
            throw new InvalidArgumentException("capacity", "must be at least 1");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized void add(Suppression suppression) {
        String mailbox = Mailboxes.key(suppression.address());
        Why why = new Why(suppression.reason(), suppression.group());
        if (entries.getOrDefault(mailbox, Map.of()).containsKey(why)) {
            return;
        }
        if (size == capacity) {
            throw new StoreException("The suppression list in memory is full at " + capacity
                    + " entries. Use a durable one, or give it a larger capacity.");
        }
        entries.computeIfAbsent(mailbox, unknown -> new HashMap<>(2)).put(why, suppression);
        size++;
    }

    @Override
    public synchronized List<Suppression> find(EmailAddress address) {
        return entries.getOrDefault(Mailboxes.key(address), Map.of()).values().stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized boolean lift(EmailAddress address, RejectReason reason, String group) {
        Map<Why, Suppression> reasons = entries.get(Mailboxes.key(address));
        if (reasons == null || reasons.remove(new Why(reason, group)) == null) {
            return false;
        }
        if (reasons.isEmpty()) {
            entries.remove(Mailboxes.key(address));
        }
        size--;
        return true;
    }

    @Override
    public synchronized List<Suppression> list() {
        return entries.values().stream()
                .flatMap(reasons -> reasons.values().stream())
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private record Why(RejectReason reason, String group) {}
}
