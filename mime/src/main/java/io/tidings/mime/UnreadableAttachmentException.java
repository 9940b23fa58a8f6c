package io.tidings.mime;

import java.io.IOException;

/**
 * An attachment could not be read, or is not of the size that its source stated. What the source said is left out: it
 * is not ours, and may name files or people.
 */
public final class UnreadableAttachmentException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableAttachmentException() {
        super("An attachment could not be read, or is not of the size that it states");
    }
}
