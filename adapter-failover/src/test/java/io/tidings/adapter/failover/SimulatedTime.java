package io.tidings.adapter.failover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody sleeps. Not thread-safe. */
final class SimulatedTime implements InstantSource, Sleeper {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration time) {
        waits.add(time);
        pass(time);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Every sleep so far. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }

    Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
