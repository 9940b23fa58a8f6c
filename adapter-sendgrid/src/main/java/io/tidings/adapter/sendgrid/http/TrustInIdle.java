package io.tidings.adapter.sendgrid.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides whether an idle connection is looked at before it is used again. That takes a millisecond, which is much for
 * a busy sender: a connection that was in use until just now is taken as it is, but only once the far side has shown
 * that it does not close connections unannounced. Thread-safe.
 */
final class TrustInIdle {

    /** How many connections must have been found alive. */
    static final int PROOFS = 50;

    private static final long JUST_NOW_NANOS = 2_000_000;

    private final AtomicInteger proofs = new AtomicInteger();

    boolean mustCheck(long idleNanos) {
        return idleNanos > JUST_NOW_NANOS || proofs.get() < PROOFS;
    }

    void foundAlive() {
        if (proofs.get() < PROOFS) {
            proofs.incrementAndGet();
        }
    }

    void foundDead() {
        proofs.set(0);
    }
}
