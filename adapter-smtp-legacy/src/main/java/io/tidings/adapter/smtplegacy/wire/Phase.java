package io.tidings.adapter.smtplegacy.wire;

import java.util.Locale;

/** The steps of a dialogue. */
public enum Phase {
    /** Finding the relay and making a connection. */
    CONNECT,
    /** Waiting for its greeting. */
    GREETING,
    /** Saying who we are, and learning what it can do. */
    EHLO,
    /** Putting TLS over the connection. */
    STARTTLS,
    /** User name and password. */
    AUTH,
    /** Asking whether an idle connection still works. */
    CHECK,
    /** The envelope sender. */
    MAIL,
    /** One recipient. */
    RCPT,
    /** The message up to its last write. */
    DATA,
    /** From the write that completes the message: it may have been taken over. */
    FINAL_DOT;

    /** In lower-case words, as for a log line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
