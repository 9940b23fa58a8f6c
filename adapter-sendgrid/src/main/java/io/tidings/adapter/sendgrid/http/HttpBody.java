package io.tidings.adapter.sendgrid.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a request, of known length. It can be written more than once. */
public interface HttpBody {

    /** The number of octets that {@link #writeTo} writes. */
    long length();

    /**
     * Writes all of it.
     *
     * @throws UnreadableBodyException if what it is made of cannot be read; never for a failure of the stream
     */
    void writeTo(OutputStream out) throws IOException;
}
