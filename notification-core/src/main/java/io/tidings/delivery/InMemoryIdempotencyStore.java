package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bounded store in memory. */
final class InMemoryIdempotencyStore implements IdempotencyStore {

    private final int capacity;
    private final Duration retention;
    private final InstantSource clock;
    private final Map<Key, Entry> inFlight = new HashMap<>();
    /** In the order of settling, so that the first is the first to expire. */
    private final Map<Key, Settled> settled = new LinkedHashMap<>();

    InMemoryIdempotencyStore(int capacity, Duration retention, InstantSource clock) {
        if (capacity < 1) {
            throw new InvalidArgumentException("capacity", "must be at least 1");
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new InvalidArgumentException("retention", "must be positive");
        }
        this.capacity = capacity;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
        forgetExpired();
        Key scoped = new Key(key, recipient);
        Entry sending = inFlight.get(scoped);
        if (sending != null) {
            return sending.fingerprint().equals(fingerprint) ? new Claim.InFlight(sending.id()) : new Claim.Conflict();
        }
        Settled sent = settled.get(scoped);
        if (sent != null) {
            return sent.entry().fingerprint().equals(fingerprint)
                    ? new Claim.Remembered(sent.entry().id(), sent.result())
                    : new Claim.Conflict();
        }
        if (inFlight.size() + settled.size() >= capacity) {
            throw new StoreException("The idempotency store in memory is full at " + capacity + " sends within "
                    + retention + ". Use a durable one, or give it a larger capacity.");
        }
        inFlight.put(scoped, new Entry(fingerprint, id));
        return new Claim.Granted();
    }

    @Override
    public synchronized void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
        Key scoped = new Key(key, recipient);
        Entry entry = inFlight.get(scoped);
        Settled earlier = settled.get(scoped);
        if (earlier != null && earlier.result() instanceof Unconfirmed) {
            entry = earlier.entry();
        }
        if (entry == null || !entry.id().equals(id)) {
            return;
        }
        inFlight.remove(scoped);
        settled.remove(scoped);
        boolean remember = result.fold(accepted -> true, deferred -> false, rejected -> false, unconfirmed -> true);
        if (remember) {
            settled.put(scoped, new Settled(entry, result, clock.instant()));
        }
    }

    private void forgetExpired() {
        Instant oldest = clock.instant().minus(retention);
        Iterator<Settled> iterator = settled.values().iterator();
        while (iterator.hasNext() && iterator.next().at().isBefore(oldest)) {
            iterator.remove();
        }
    }

    private record Key(IdempotencyKey key, EmailAddress recipient) {}

    private record Entry(Fingerprint fingerprint, MessageId id) {}

    private record Settled(Entry entry, SendResult result, Instant at) {}
}
