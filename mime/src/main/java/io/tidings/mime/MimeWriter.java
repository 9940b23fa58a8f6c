package io.tidings.mime;

import io.tidings.email.EmailMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Writes messages as RFC 5322 and MIME (RFC 2045 to 2047, 2183, 2231, 2387) have them. Thread-safe.
 *
 * <p>What is written:
 *
 * <ul>
 *   <li>The bodies, text before HTML, in {@code multipart/alternative}; with the parts that the HTML refers to in
 *       {@code multipart/related}; with files in {@code multipart/mixed}. Only the levels that are needed.
 *   <li>{@code Date}, {@code Message-ID} from {@link EmailMessage#id()} and the sender's domain, {@code Auto-Submitted:
 *       auto-generated} (RFC 3834), the message's own headers; nothing of blind-copy recipients, tags, metadata and the
 *       idempotency key.
 *   <li>Octets below 128 only, so that no host on the way needs 8BITMIME, but for an address that
 *       {@linkplain EncodedMessage#needsSmtpUtf8() needs SMTPUTF8}. Every line ends with CRLF and has at most 998
 *       octets, in headers 76 where they can be folded.
 *   <li>Bodies with every line ending as CRLF, in 7bit, quoted-printable or base64, whichever carries them unharmed and
 *       is shortest. Attachments in base64.
 *   <li>File names without the directories before them, and without the characters that turn the direction of writing,
 *       with which an ending can be made to look like another. A name of which nothing is left is {@code attachment}.
 * </ul>
 */
public final class MimeWriter {

    private final InstantSource clock;

    /** @param clock gives the {@code Date} */
    public MimeWriter(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** The message with the present as its {@code Date}, to be measured, signed and written. Opens no attachment. */
    public EncodedMessage encode(EmailMessage message) {
        return new EncodedMessage(message, clock.instant());
    }

    /**
     * Encodes the message and writes it in one pass; see {@link EncodedMessage#write}.
     *
     * @throws UnreadableAttachmentException if an attachment fails or is not of the size that it states
     * @throws IOException if {@code out} fails
     */
    public void write(EmailMessage message, OutputStream out) throws IOException {
        encode(message).write(out);
    }
}
