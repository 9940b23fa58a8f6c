package io.tidings.adapter.smtplegacy.wire;

import io.tidings.email.Failure;
import java.io.IOException;

/** The dialogue did not get on. Its text is our own throughout. */
public final class DialogueException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Phase phase;
    private final transient Failure failure;
    private final boolean gone;

    /** @param gone see {@link #isGone()} */
    public DialogueException(Phase phase, Failure failure, boolean gone) {
        super("At " + phase + ": " + failure.summary());
        this.phase = phase;
        this.failure = failure;
        this.gone = gone;
    }

    /** Which step did not work. */
    public Phase phase() {
        return phase;
    }

    /** What that means. */
    public Failure failure() {
        return failure;
    }

    /**
     * Whether the relay ended the connection, or said that it does, before the message was handed over: what a relay
     * does to a connection that was idle for too long, or when it is restarted.
     */
    public boolean isGone() {
        return gone;
    }
}
