package io.tidings.adapter.smtplegacy.pool;

import io.tidings.adapter.smtplegacy.dialogue.Session;
import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.DialogueException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Says how many may send at once, and keeps the sessions that nobody uses at the moment. No I/O happens while its lock
 * is held. Thread-safe.
 */
public final class SessionPool implements AutoCloseable {

    private static final Duration CHECK_WAIT = Duration.ofSeconds(5);

    private final PoolLimits limits;
    private final LongSupplier nanoTime;
    private final Semaphore permits;

    /** The one that was used last comes first, so that those which are not needed grow old. Guarded by itself. */
    private final Deque<PooledSession> idle = new ArrayDeque<>();

    private volatile boolean closed;

    /** @param nanoTime such as {@link System#nanoTime()} */
    public SessionPool(PoolLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        permits = new Semaphore(limits.maxConnections(), true);
    }

    /**
     * Waits until it is the caller's turn to send, who must then {@link #leave()}. Who sends many messages, and comes
     * back after each, does not get ahead of those who wait.
     *
     * @return false if it did not come in time
     */
    public boolean enter(Duration wait) throws InterruptedException {
        boolean isFirst = !permits.hasQueuedThreads();
        return (isFirst && permits.tryAcquire()) || permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** It is the next one's turn. */
    public void leave() {
        permits.release();
    }

    /** A session with this relay that works as far as can be known; empty if there is none. */
    public Optional<PooledSession> take(Relay relay, Deadline deadline) {
        while (true) {
            Optional<PooledSession> candidate = poll(relay);
            if (candidate.isEmpty()) {
                return candidate;
            }
            PooledSession pooled = candidate.get();
            if (pooled.session().hasUnread()) {
                // It would be taken for the reply to the next command.
                pooled.session().cut();
            } else if (isWorn(pooled)) {
                pooled.session().quit();
            } else if (pooled.idle(nanoTime.getAsLong()) < limits.checkAfter().toNanos()) {
                return candidate;
            } else {
                return checked(pooled, deadline);
            }
        }
    }

    /** If this one does not answer, the others, which have been idle for longer, are not asked. */
    private Optional<PooledSession> checked(PooledSession pooled, Deadline deadline) {
        try {
            pooled.session().check(deadline.orAfter(CHECK_WAIT));
            return Optional.of(pooled);
        } catch (DialogueException e) {
            drop(pooled.session().relay());
            return Optional.empty();
        }
    }

    /** Takes in a session that was just opened, to be given back like one that was taken. */
    public PooledSession adopt(Session session) {
        return new PooledSession(session, nanoTime.getAsLong());
    }

    /** Keeps the session for the next message, or ends it if it has served its time. */
    public void giveBack(PooledSession pooled) {
        pooled.used(nanoTime.getAsLong());
        if (!pooled.session().isUsable()) {
            return;
        }
        if (isWorn(pooled) || !keep(pooled)) {
            pooled.session().quit();
        }
    }

    private boolean keep(PooledSession pooled) {
        synchronized (idle) {
            if (!closed) {
                idle.addFirst(pooled);
            }
            return !closed;
        }
    }

    /** Ends every idle session with this relay, which has shown that it ended them itself. */
    public void drop(Relay relay) {
        remove(pooled -> pooled.session().relay().equals(relay))
                .forEach(pooled -> pooled.session().cut());
    }

    /** Ends what has been idle for too long. To be called now and then. */
    public void sweep() {
        remove(this::isWorn).forEach(pooled -> pooled.session().quit());
    }

    /** Ends every idle session; those in use end when they are given back. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
        }
        remove(pooled -> true).forEach(pooled -> pooled.session().quit());
    }

    private boolean isWorn(PooledSession pooled) {
        long now = nanoTime.getAsLong();
        return pooled.messages() >= limits.maxMessages()
                || pooled.age(now) >= limits.maxAge().toNanos()
                || pooled.idle(now) >= limits.idleTimeout().toNanos();
    }

    private Optional<PooledSession> poll(Relay relay) {
        synchronized (idle) {
            for (Iterator<PooledSession> each = idle.iterator(); each.hasNext(); ) {
                PooledSession pooled = each.next();
                if (pooled.session().relay().equals(relay)) {
                    each.remove();
                    return Optional.of(pooled);
                }
            }
            return Optional.empty();
        }
    }

    private List<PooledSession> remove(Predicate<PooledSession> which) {
        List<PooledSession> removed = new ArrayList<>();
        synchronized (idle) {
            idle.removeIf(pooled -> which.test(pooled) && removed.add(pooled));
        }
        return removed;
    }
}
