package io.tidings.adapter.inmemory.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets sends in until it is closed; closing waits for those inside. Thread-safe. */
public final class Gate {

    /** Each send holds the read lock; who gets the write lock is alone. */
    private final ReentrantReadWriteLock inside = new ReentrantReadWriteLock();

    private final Duration wait;
    private volatile boolean closed;

    /** @param wait how long closing waits at most */
    public Gate(Duration wait) {
        this.wait = wait;
    }

    /**
     * Comes in, and must {@link #leave()}.
     *
     * @throws IllegalStateException if it is closed; then there is nothing to leave
     */
    public void enter() {
        if (!inside.readLock().tryLock()) {
            throw new IllegalStateException("The adapter is closed");
        }
        if (closed) {
            inside.readLock().unlock();
            throw new IllegalStateException("The adapter is closed");
        }
    }

    /** Goes out. */
    public void leave() {
        inside.readLock().unlock();
    }

    /** Lets nobody in any more and waits for those inside, at most the given time or until it is interrupted. */
    public void close() {
        closed = true;
        try {
            if (inside.writeLock().tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                inside.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
