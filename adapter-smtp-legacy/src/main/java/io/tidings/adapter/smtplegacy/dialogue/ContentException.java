package io.tidings.adapter.smtplegacy.dialogue;

import java.io.IOException;

/** The message could not be written, for a reason that is not the relay's. It was not handed over. */
public final class ContentException extends IOException {

    private static final long serialVersionUID = 1L;

    ContentException() {
        super("The message could not be written");
    }
}
