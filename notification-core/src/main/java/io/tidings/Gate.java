package io.tidings;

import io.tidings.error.NotifierClosedException;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts the sends that are under way, so that closing can wait for them. Thread-safe. */
final class Gate {

    private int inside;
    private boolean closed;

    /** Does something while it keeps the gate from closing. */
    <T> T pass(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    synchronized void enter() {
        if (closed) {
            throw new NotifierClosedException();
        }
        inside++;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Lets nobody in any more. */
    synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    /** Waits until everybody has left, or the time is over, or the thread is interrupted, which it then still is. */
    synchronized void awaitEmpty(Duration limit) {
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
