package io.tidings.adapter.failover;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Sleeper {

    void sleep(Duration time) throws InterruptedException;

    /** The real one. */
    static Sleeper system() {
        return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    }
}
