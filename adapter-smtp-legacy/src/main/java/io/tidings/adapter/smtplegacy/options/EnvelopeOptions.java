package io.tidings.adapter.smtplegacy.options;

import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import io.tidings.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * What a relay is told about a message beyond its recipients.
 *
 * @param sender where reports of failure go; the message's {@code From} if empty. ASCII only
 * @param verp whether each message gets an envelope sender of its own, {@code mailbox+<message id>@domain}, by which a
 *     report is matched to the message; needs {@code sender}, whose mailbox has then at most 37 octets
 * @param dsn what to ask reports for
 * @param smtpUtf8 whether addresses with characters beyond ASCII before the {@code @} are taken; then a relay that does
 *     not offer SMTPUTF8 (RFC 6531) still does not get such a message
 * @param annotations what becomes of tags and metadata
 */
public record EnvelopeOptions(
        Optional<EmailAddress> sender, boolean verp, Dsn dsn, boolean smtpUtf8, Annotations annotations) {

    private static final int VERP_TOKEN = 27;

    public EnvelopeOptions {
        Objects.requireNonNull(dsn, "dsn");
        Objects.requireNonNull(annotations, "annotations");
        if (sender.isPresent() && sender.get().needsSmtpUtf8()) {
            throw new InvalidArgumentException("envelope-from", "must have only ASCII characters before the @");
        }
        if (verp && sender.isEmpty()) {
            throw new InvalidArgumentException("envelope-from", "must be given with VERP, as the address to vary");
        }
        if (verp && !canTakeToken(sender.get())) {
            throw new InvalidArgumentException(
                    "envelope-from", "must with VERP have at most 37 octets without quotes before the @");
        }
    }

    /**
     * The message's {@code From}, no VERP, reports of failure and delay, SMTPUTF8 where it is needed, headers for tags
     * and metadata.
     */
    public static EnvelopeOptions defaults() {
        return new EnvelopeOptions(Optional.empty(), false, Dsn.FAILURE, true, Annotations.HEADERS);
    }

    private static boolean canTakeToken(EmailAddress sender) {
        String mailbox = sender.localPart();
        return mailbox.getBytes(StandardCharsets.UTF_8).length <= EmailAddress.MAX_LOCAL_PART - VERP_TOKEN
                && sender.address().length() <= EmailAddress.MAX_ADDRESS - VERP_TOKEN
                && !mailbox.startsWith("\"");
    }

    /** The envelope sender of a message. */
    public String senderOf(MessageId id, EmailAddress from) {
        EmailAddress base = sender.orElse(from);
        return verp ? base.localPart() + "+" + id.value() + "@" + base.domain() : base.address();
    }
}
