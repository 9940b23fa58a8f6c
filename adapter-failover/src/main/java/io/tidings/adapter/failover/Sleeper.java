package io.tidings.adapter.failover;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass. */
@FunctionalInterface
interface Sleeper {

    void sleep(Duration time) throws InterruptedException;

    /** The real one, whose sleep ends with the latch. */
    static Sleeper until(CountDownLatch latch) {
        return time -> latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
