package io.tidings;

import io.tidings.email.MessageId;
import io.tidings.error.NoSuchMessageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    synchronized List<Receipt> receipts() {
        return held.values().stream().map(SendUnit::receipt).toList();
    }
}
