package io.tidings.spi;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Counts the sends that are under way, so that closing can wait for them. Thread-safe; who comes in and who leaves may
 * be different threads.
 */
public final class Gate {

    private final Supplier<? extends RuntimeException> whenClosed;
    private int inside;
    private boolean closed;

    /** @param whenClosed makes what is thrown at who comes too late */
    public Gate(Supplier<? extends RuntimeException> whenClosed) {
        this.whenClosed = whenClosed;
    }

    /** The gate of an adapter: who comes too late gets an {@link IllegalStateException}. */
    public static Gate ofAdapter() {
        return new Gate(() -> new IllegalStateException("The adapter is closed"));
    }

    /** Does something while it keeps the gate from becoming empty. */
    public <T> T pass(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    /** Comes in, and must {@link #leave()}; throws if the gate is closed, and then there is nothing to leave. */
    public synchronized void enter() {
        if (closed) {
            throw whenClosed.get();
        }
        inside++;
    }

    /** Goes out. */
    public synchronized void leave() {
        inside--;
        notifyAll();
    }

    /**
     * Lets nobody in any more.
     *
     * @return whether it was open
     */
    public synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    /** Waits until everybody has left, or the time is over, or the thread is interrupted, which it then still is. */
    public synchronized void awaitEmpty(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (inside > 0) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
