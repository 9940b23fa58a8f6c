package io.tidings.adapter.sendgrid.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides whether a connection that was used before is used again, and how long to look whether it is still alive. A
 * far side that is not known yet is looked at with patience; one that has shown many times that it does not close
 * connections unannounced is trusted with those that were in use until just now, since even a millisecond is much for a
 * busy sender; and one that closes right after an answer gets fresh connections for a while. Thread-safe.
 */
final class TrustInIdle {

    /** How many connections must have been found alive before any is used unlooked at. */
    static final int PROOFS = 50;

    /** How many requests get a fresh connection once one was closed right after an answer. */
    static final int FRESH = 100;

    /** The answer to {@link #lookMillis} that means not to use it at all. */
    static final int NEVER = -1;

    private static final int FIRST_PROOFS = 3;
    private static final int PATIENCE_MILLIS = 20;
    private static final long JUST_NOW_NANOS = 2_000_000;
    private static final long RIGHT_AFTER_NANOS = 1_000_000_000;

    private final AtomicInteger proofs = new AtomicInteger();
    private final AtomicInteger fresh = new AtomicInteger();

    /** For how long to look at a connection; 0 to use it as it is; {@link #NEVER} not to use it. */
    int lookMillis(long idleNanos) {
        if (fresh.get() > 0) {
            return NEVER;
        }
        int known = proofs.get();
        if (known < FIRST_PROOFS) {
            return PATIENCE_MILLIS;
        }
        return idleNanos > JUST_NOW_NANOS || known < PROOFS ? 1 : 0;
    }

    void foundAlive() {
        if (proofs.get() < PROOFS) {
            proofs.incrementAndGet();
        }
    }

    void foundDead(long idleNanos) {
        proofs.set(0);
        if (idleNanos < RIGHT_AFTER_NANOS) {
            fresh.set(FRESH);
        }
    }

    /** A request gets a fresh connection. */
    void usedFresh() {
        fresh.updateAndGet(left -> Math.max(0, left - 1));
    }
}
