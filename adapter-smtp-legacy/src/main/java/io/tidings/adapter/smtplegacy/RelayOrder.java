package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.wire.DialogueException;
import io.tidings.adapter.smtplegacy.wire.Phase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which order relays are tried: as configured, but those that could not be reached a moment ago come last, so that
 * not every send waits for them. Thread-safe.
 */
final class RelayOrder {

    private static final Logger LOG = LoggerFactory.getLogger(RelayOrder.class);
    private static final long LAST_FOR = Duration.ofSeconds(30).toNanos();

    private final List<Relay> relays;
    private final LongSupplier nanoTime;
    private final Map<Relay, Long> failedAt = new ConcurrentHashMap<>();

    RelayOrder(List<Relay> relays, LongSupplier nanoTime) {
        this.relays = relays;
        this.nanoTime = nanoTime;
    }

    /** Every relay, the one to try first being the first. */
    List<Relay> now() {
        if (failedAt.isEmpty()) {
            return relays;
        }
        long now = nanoTime.getAsLong();
        return relays.stream()
                .sorted(Comparator.comparing(relay -> {
                    Long failed = failedAt.get(relay);
                    return failed != null && now - failed < LAST_FOR;
                }))
                .toList();
    }

    void worked(Relay relay) {
        if (failedAt.remove(relay) != null) {
            LOG.info("Relay {} works again", relay);
        }
    }

    /** Only a relay with which no session came about is put last. */
    void failed(Relay relay, DialogueException e) {
        LOG.debug("Relay {}: {}", relay, e.getMessage());
        if (e.phase().compareTo(Phase.MAIL) < 0 && failedAt.put(relay, nanoTime.getAsLong()) == null) {
            LOG.warn("Relay {} does not work. {}", relay, e.getMessage());
        }
    }
}
