package io.tidings.adapter.inmemory.script;

import java.time.Duration;

/**
 * Lets time pass while the far side is slow. A test with a clock of its own gives one that advances this clock and
 * returns at once. Thread-safe.
 */
@FunctionalInterface
public interface Delay {

    /**
     * Returns when the time has passed.
     *
     * @throws InterruptedException if the thread is interrupted; the message has then not been sent
     */
    void pass(Duration duration) throws InterruptedException;

    /** Real time: the thread sleeps. */
    static Delay sleeping() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
