package io.tidings.email;

import java.io.IOException;

/**
 * A {@link ContentSource} holds more or fewer octets than it stated. For adapters, which must not hand such a message
 * over.
 */
public final class ContentSizeException extends IOException {

    private static final long serialVersionUID = 1L;

    ContentSizeException(long stated) {
        super("The content is not of the stated size of " + stated + " octets");
    }
}
