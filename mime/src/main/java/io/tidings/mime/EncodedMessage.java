package io.tidings.mime;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One message and its {@code Date}, which together fix every octet: however often it is written, the same comes out, as
 * long as its attachments give the same. Holds neither attachments nor encoded bodies. Thread-safe.
 */
public final class EncodedMessage {

    /** In which octets are collected for the stream. */
    private static final int ROOM = 8192;

    private final boolean needsSmtpUtf8;
    private final List<Segment> segments;

    EncodedMessage(EmailMessage message, Instant date) {
        // Who is shown and who is in the envelope are not always the same.
        needsSmtpUtf8 = message.from().needsSmtpUtf8()
                || Stream.of(message.replyTo(), message.to(), message.cc(), message.recipients())
                        .flatMap(List::stream)
                        .anyMatch(EmailAddress::needsSmtpUtf8);
        segments = MessageLayout.of(message, date);
    }

    /**
     * Whether an address in the headers or in the envelope has characters beyond ASCII before the {@code @}, so that
     * the message may only be handed to a host that offers SMTPUTF8 (RFC 6531).
     */
    public boolean needsSmtpUtf8() {
        return needsSmtpUtf8;
    }

    /** The number of octets that {@link #write} writes, as for {@code SIZE=} (RFC 1870). Opens no attachment. */
    public long size() {
        return segments.stream().mapToLong(Segment::size).sum();
    }

    /**
     * Writes header and body, the body with a line ending at its end. Reads each attachment once and holds little of
     * it. Neither flushes nor closes the stream. If it throws, a part of the message may have been written, and must
     * not be handed over.
     *
     * @throws UnreadableAttachmentException if an attachment fails or is not of the size that it states
     * @throws IOException if {@code out} fails
     */
    public void write(OutputStream out) throws IOException {
        Octets octets = new Octets(out, ROOM);
        for (Segment segment : segments) {
            segment.write(octets);
        }
        octets.drain();
    }
}
