package io.tidings.adapter.inmemory;

import io.tidings.adapter.inmemory.script.Delay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes only when something waits. */
final class ManualClock implements InstantSource, Delay {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
