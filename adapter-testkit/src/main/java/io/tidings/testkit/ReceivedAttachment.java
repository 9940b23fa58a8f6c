package io.tidings.testkit;

import io.tidings.email.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A part as it arrived, decoded. Immutable; the bytes are copied.
 *
 * @param fileName the name that a reader would be offered, decoded
 * @param contentType the media type, with its parameters if it has any; a parameter may be added on the way
 * @param bytes the content, with any transfer encoding undone
 * @param contentId without angle brackets; empty for a part that is not shown inline
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and on the way out
public record ReceivedAttachment(String fileName, String contentType, byte[] bytes, Optional<String> contentId) {

    public ReceivedAttachment {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(contentId, "contentId");
        bytes = bytes.clone();
    }

    /**
     * A part of a far side that keeps it as it was sent.
     *
     * @throws IOException if it cannot be read, or has another size than it states
     */
    public static ReceivedAttachment of(Attachment attachment) throws IOException {
        try (InputStream content = attachment.content().openChecked()) {
            return new ReceivedAttachment(
                    attachment.fileName(), attachment.contentType(), content.readAllBytes(), attachment.contentId());
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceivedAttachment that
                && fileName.equals(that.fileName)
                && contentType.equals(that.contentType)
                && contentId.equals(that.contentId)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileName, contentType, contentId, Arrays.hashCode(bytes));
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "ReceivedAttachment[" + bytes.length + " octets]";
    }
}
