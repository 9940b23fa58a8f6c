package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.adapter.smtplegacy.wire.DialogueException;
import java.io.IOException;
import java.io.OutputStream;

/** A message as the octets that the relay gets. Can be written several times, with the same octets each time. */
public interface Content {

    /** How many octets will be written, exactly or nearly. */
    long size();

    /** Whether only a relay that offers SMTPUTF8 (RFC 6531) may get it. */
    boolean needsSmtpUtf8();

    /**
     * Writes header and body; every line ends with CRLF.
     *
     * @throws DialogueException unchanged, if {@code out} throws it
     * @throws IOException if the message cannot be had; then the relay gets none of it
     */
    void write(OutputStream out) throws IOException;
}
