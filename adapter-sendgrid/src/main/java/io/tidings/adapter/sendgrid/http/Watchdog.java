package io.tidings.adapter.sendgrid.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends exchanges that take too long, in ways that no time-out of a socket sees: an answer that comes octet by octet, a
 * far side that does not read. One thread looks at all of them a few times within their limit; it starts with the first
 * exchange, rests while there is none, and is gone after {@link #close()}. Thread-safe.
 */
final class Watchdog implements AutoCloseable {

    /** What is watched. Thread-safe. */
    interface Watched {
        /** Ends it if its time is over. */
        void endIfOverdue(long nanoTime);
    }

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::look, "tidings-sendgrid-watchdog");
    private final long pauseNanos;
    private volatile boolean resting = true;
    private volatile boolean closed;

    /** @param shortestLimit the shortest time after which something is to be ended */
    Watchdog(Duration shortestLimit) {
        pauseNanos = Math.max(1_000_000, Math.min(1_000_000_000, shortestLimit.toNanos() / 8));
        thread.setDaemon(true);
    }

    void watch(Watched exchange) {
        watched.add(exchange);
        if (resting) {
            wake();
        }
    }

    void forget(Watched exchange) {
        watched.remove(exchange);
    }

    private synchronized void wake() {
        if (thread.getState() == Thread.State.NEW && !closed) {
            thread.start();
        }
        LockSupport.unpark(thread);
    }

    private void look() {
        while (!closed) {
            rest();
            long now = System.nanoTime();
            watched.forEach(exchange -> exchange.endIfOverdue(now));
        }
    }

    private void rest() {
        resting = watched.isEmpty();
        // What was added before it could see that this thread rests.
        if (resting && watched.isEmpty()) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, pauseNanos);
        }
        resting = false;
    }

    /** Waits for the thread's end, which is near: it does nothing that could block. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(1_000);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
