package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bounded list in memory. */
final class InMemorySuppressionList implements SuppressionList {

    private static final Comparator<Suppression> OLDEST_FIRST = Comparator.comparing(Suppression::since);

    private final int capacity;
    private final Map<String, Map<RejectReason, Suppression>> entries = new HashMap<>();
    private int size;

    InMemorySuppressionList(int capacity) {
        if (capacity < 1) {
            throw new InvalidArgumentException("capacity", "must be at least 1");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized void add(Suppression suppression) {
        Map<RejectReason, Suppression> reasons = entries.getOrDefault(key(suppression.address()), Map.of());
        if (reasons.containsKey(suppression.reason())) {
            return;
        }
        if (size == capacity) {
            throw new StoreException("The suppression list in memory is full at " + capacity
                    + " entries. Use a durable one, or give it a larger capacity.");
        }
        entries.computeIfAbsent(key(suppression.address()), unknown -> new EnumMap<>(RejectReason.class))
                .put(suppression.reason(), suppression);
        size++;
    }

    @Override
    public synchronized List<Suppression> find(EmailAddress address) {
        return entries.getOrDefault(key(address), Map.of()).values().stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized boolean lift(EmailAddress address, RejectReason reason) {
        Map<RejectReason, Suppression> reasons = entries.get(key(address));
        if (reasons == null || reasons.remove(reason) == null) {
            return false;
        }
        if (reasons.isEmpty()) {
            entries.remove(key(address));
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

    private static String key(EmailAddress address) {
        return address.address().toLowerCase(Locale.ROOT);
    }
}
