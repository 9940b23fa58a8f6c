package io.tidings.benchmarks.smtp.sink;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How far away the sink is. What comes in is seen at once and its reply held back for both ways: no client can tell
 * that from a long line, and octets that follow each other are not held up by each other.
 */
final class Line {

    private final Executor line;
    private final LongAdder roundTrips = new LongAdder();

    /** @param delay each way */
    Line(Duration delay) {
        line = delay.isZero()
                ? Runnable::run
                : CompletableFuture.delayedExecutor(
                        2 * delay.toNanos(), TimeUnit.NANOSECONDS, Executors.newSingleThreadExecutor(SinkMain::daemon));
    }

    /** Does this now if the sink is near; in the order of the calls in any case. */
    void afterRoundTrip(Runnable reply) {
        line.execute(reply);
    }

    /** A client went on after it had waited for a reply. */
    void countRoundTrip() {
        roundTrips.increment();
    }

    long roundTrips() {
        return roundTrips.sum();
    }
}
