package io.tidings.adapter.sendgrid.http;

import java.io.IOException;

/**
 * A body cannot be made, so that the request must not be completed. Says nothing of the cause, which may be private.
 */
public final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A body that cannot be made. */
    public UnreadableBodyException() {
        super("The body of the request cannot be read");
    }
}
