package io.tidings.adapter.smtplegacy.wire;

import java.time.Duration;

/** A moment on the clock of {@link System#nanoTime()}, which nobody sets. Immutable. */
public final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** So long from now. */
    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This moment, or so long from now if that comes first. */
    public Deadline orAfter(Duration time) {
        Deadline other = after(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** How long until then; not positive once it has passed. */
    public Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }

    /** Whether it has come. */
    public boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }
}
