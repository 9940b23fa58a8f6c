package io.tidings.adapter.smtplegacy.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose present step takes too long. Reads have a time-out of their own; a write that blocks and a TLS
 * handshake that drips have none. One thread, which runs from the first connection on. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {

    private static final long MIN_TICK = 10;
    private static final long MAX_TICK = 1_000;

    /** The thread's longest step is a farewell. */
    private static final long MAX_END = 5_000;

    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long tick;
    private final Runnable alsoDo;
    private @Nullable Thread thread;

    /**
     * Watches nothing so far.
     *
     * @param shortest the shortest step to watch; it is noticed at most a tenth of it late, or a second
     * @param alsoDo what else to do at each look; must neither wait nor throw
     */
    public Watchdog(Duration shortest, Runnable alsoDo) {
        tick = Math.max(MIN_TICK, Math.min(MAX_TICK, shortest.toMillis() / 10));
        this.alsoDo = alsoDo;
    }

    void watch(Wire wire) {
        wires.add(wire);
        start();
        if (isClosed()) {
            wire.cut();
        }
    }

    void forget(Wire wire) {
        wires.remove(wire);
    }

    private synchronized void start() {
        if (thread == null && !isClosed()) {
            thread = new Thread(this::run, "tidings-smtp-legacy");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        try {
            while (!closed.await(tick, TimeUnit.MILLISECONDS)) {
                wires.forEach(Wire::cutIfOverdue);
                alsoDo.run();
            }
        } catch (InterruptedException e) {
            // Nobody but the one who ends the whole process interrupts it.
            Thread.currentThread().interrupt();
        }
    }

    /** Cuts what is still connected and ends the thread. */
    @Override
    public synchronized void close() {
        closed.countDown();
        wires.forEach(Wire::cut);
        try {
            if (thread != null) {
                thread.join(MAX_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
