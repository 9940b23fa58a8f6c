package io.tidings;

import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.error.NoSuchMessageException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what may or may not have been sent, until an operator decides. Bounded; thread-safe. */
final class UnconfirmedMessages {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");
    private static final int CAPACITY = 1_000;

    private final Map<MessageId, SendUnit> held = new LinkedHashMap<>();

    synchronized void hold(SendUnit unit) {
        held.put(unit.receipt().id(), unit);
        if (held.size() > CAPACITY) {
            MessageId oldest = held.keySet().iterator().next();
            held.remove(oldest);
            LOG.warn("More than {} messages are unconfirmed; {} can no longer be resent from here", CAPACITY, oldest);
        }
    }

    /** Hands it to the caller, so that no two operators resend it. */
    synchronized SendUnit take(MessageId id) {
        SendUnit unit = held.remove(id);
        if (unit == null) {
            throw new NoSuchMessageException(id.value());
        }
        return unit;
    }

    /** Hands all with the key to the caller, oldest first. */
    synchronized List<SendUnit> take(IdempotencyKey key) {
        List<SendUnit> units = oldestFirst()
                .filter(unit -> unit.idempotencyKey().equals(Optional.of(key)))
                .toList();
        if (units.isEmpty()) {
            throw new NoSuchMessageException();
        }
        held.values().removeAll(units);
        return units;
    }

    synchronized List<UnconfirmedMessage> list() {
        return oldestFirst().map(UnconfirmedMessages::shown).toList();
    }

    /** What was resent in vain is held anew, but is not younger for it. */
    private Stream<SendUnit> oldestFirst() {
        return held.values().stream().sorted(Comparator.comparing(SendUnit::start));
    }

    private static UnconfirmedMessage shown(SendUnit unit) {
        return new UnconfirmedMessage(unit.receipt(), unit.idempotencyKey(), unit.inDoubt(), unit.start());
    }
}
