package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that travels with the message, or a part that its HTML refers to.
 *
 * @param fileName the name to offer the reader; any script, at most 1,000 characters, no control characters
 * @param contentType a media type (RFC 2045), such as {@code text/csv; charset=utf-8}
 * @param content the bytes, at most {@link #MAX_SIZE}
 * @param contentId for a part that the HTML shows inline as {@code cid:<contentId>}: 1 to 255 printable ASCII
 *     characters without angle brackets; empty for a file
 */
public record Attachment(String fileName, String contentType, ContentSource content, Optional<String> contentId) {

    /** The largest attachment, in octets: 1 TiB, far above what any provider takes. */
    public static final long MAX_SIZE = 1L << 40;

    private static final String TOKEN = "[!#$%&'*+.^_`{|}~0-9A-Za-z-]{1,127}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "([ \\t]*;[ \\t]*" + TOKEN + "=(" + TOKEN + "|\"[ !#-\\[\\]-~]{0,127}\")){0,10}");
    /** May not be encoded in base64 (RFC 2045, 6.4), so that a reader might take the content for structure. */
    private static final Pattern COMPOSITE = Pattern.compile("(multipart|message)/", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTENT_ID = Pattern.compile("[!-;=?-~]{1,255}");

    public Attachment {
        HeaderText.requireNotBlank("fileName", fileName, 1000);
        if (!MEDIA_TYPE.matcher(contentType).matches()) {
            throw new InvalidArgumentException("contentType", "must be a media type such as text/csv");
        }
        if (COMPOSITE.matcher(contentType).lookingAt()) {
            throw new InvalidArgumentException(
                    "contentType",
                    "must not be multipart/… or message/…; give such a file as application/octet-stream");
        }
        Objects.requireNonNull(content, "content");
        if (content.size() < 0 || content.size() > MAX_SIZE) {
            throw new InvalidArgumentException("content", "must have a size from 0 to " + MAX_SIZE + " octets");
        }
        if (contentId.isPresent() && !CONTENT_ID.matcher(contentId.get()).matches()) {
            throw new InvalidArgumentException(
                    "contentId", "must be 1 to 255 printable ASCII characters without angle brackets");
        }
    }

    /** A file. */
    public static Attachment of(String fileName, String contentType, ContentSource content) {
        return new Attachment(fileName, contentType, content, Optional.empty());
    }

    /** A part that the HTML shows as {@code cid:<contentId>}. */
    public static Attachment inline(String contentId, String fileName, String contentType, ContentSource content) {
        return new Attachment(fileName, contentType, content, Optional.of(contentId));
    }

    /** Whether the HTML refers to this part. */
    public boolean isInline() {
        return contentId.isPresent();
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "Attachment[" + content.size() + " octets]";
    }
}
