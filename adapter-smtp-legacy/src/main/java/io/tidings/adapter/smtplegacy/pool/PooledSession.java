package io.tidings.adapter.smtplegacy.pool;

import io.tidings.adapter.smtplegacy.dialogue.Session;

/** A session and how much it was used. For one thread at a time. */
public final class PooledSession {

    private final Session session;
    private final long openedAt;
    private long idleSince;
    private int messages;

    PooledSession(Session session, long now) {
        this.session = session;
        openedAt = now;
        idleSince = now;
    }

    /** The session. */
    public Session session() {
        return session;
    }

    /** It goes to rest. */
    void used(long now) {
        messages++;
        idleSince = now;
    }

    int messages() {
        return messages;
    }

    long age(long now) {
        return now - openedAt;
    }

    long idle(long now) {
        return now - idleSince;
    }
}
