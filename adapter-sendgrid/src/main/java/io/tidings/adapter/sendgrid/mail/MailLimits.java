package io.tidings.adapter.sendgrid.mail;

import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.Feature;
import io.tidings.email.Limit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a Mail Send request may hold (<a
 * href="https://www.twilio.com/docs/sendgrid/api-reference/mail-send/limitations">limitations</a>).
 */
public final class MailLimits {

    /** Personalizations of a request, and recipients of all of them together. */
    public static final int RECIPIENTS = 1000;

    /** The octets of a request. */
    public static final long REQUEST_OCTETS = 30_000_000;

    /**
     * Custom arguments must stay under 10,000 octets, {@code tidings_id} and the JSON around them included: six octets
     * for each of 101 entries. What JSON escapes grows beyond that; see {@link #exceededBy}.
     */
    private static final long METADATA_OCTETS = 9_998 - 36 - 101 * 6;

    private MailLimits() {}

    /** The limit that a message exceeds only in the form in which it is sent. */
    public static Optional<Limit> exceededBy(EmailMessage message) {
        if (message.metadata().isEmpty()) {
            return Optional.empty();
        }
        long octets = message.metadata().entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + jsonLength(entry.getValue()))
                .sum();
        return octets > METADATA_OCTETS ? Optional.of(Limit.METADATA_BYTES) : Optional.empty();
    }

    private static long jsonLength(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length
                + value.chars().filter(c -> c == '"' || c == '\\' || c == '\t').count();
    }

    /** The same as {@link Capabilities}. */
    public static Capabilities capabilities() {
        return Capabilities.unlimited()
                .without(
                        Feature.NON_ASCII_LOCAL_PARTS,
                        Feature.CASE_SENSITIVE_LOCAL_PARTS,
                        Feature.EMPTY_ATTACHMENTS,
                        Feature.MEDIA_TYPE_PARAMETERS,
                        Feature.SEPARATORS_IN_FILE_NAMES,
                        Feature.NON_ASCII_TAGS,
                        Feature.SEPARATE_ENVELOPE)
                .with(Limit.RECIPIENTS, RECIPIENTS)
                .with(Limit.ENCODED_BYTES, REQUEST_OCTETS)
                .with(Limit.TAG_COUNT, 10)
                .with(Limit.TAG_LENGTH, 255)
                .with(Limit.METADATA_BYTES, METADATA_OCTETS)
                .with(Limit.SCHEDULE_AHEAD_SECONDS, Duration.ofDays(3).toSeconds())
                .reserving(List.of(
                        "x-sg-id",
                        "x-sg-eid",
                        "x-smtpapi",
                        "received",
                        "dkim-signature",
                        "content-type",
                        "content-transfer-encoding",
                        "to",
                        "from",
                        "subject",
                        "reply-to",
                        "cc",
                        "bcc"));
    }
}
