package io.tidings.adapter.sendgrid.webhook.event;

import io.tidings.email.MessageId;
import io.tidings.error.InvalidArgumentException;
import java.util.Optional;
import java.util.regex.Pattern;

/** To which message an event belongs. */
final class Identity {

    /** In what an {@code X-Message-Id} may consist, as the adapter takes it from the answer to a send. */
    private static final Pattern PROVIDER_ID = Pattern.compile("[!-~]{1,200}");

    private static final int MESSAGE_ID_LENGTH = 26;

    private Identity() {}

    /**
     * The custom argument, or else what stands before the {@code @} of the {@code Message-ID} header, which the adapter
     * sets and SendGrid reports as {@code smtp-id}.
     */
    static Optional<MessageId> message(EventFields fields) {
        Optional<MessageId> own = message(fields.text(Field.TIDINGS_ID));
        return own.isPresent() ? own : message(localPart(fields.text(Field.SMTP_ID)));
    }

    private static Optional<MessageId> message(String value) {
        if (value.length() != MESSAGE_ID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageId(value));
        } catch (InvalidArgumentException e) {
            // Somebody else's argument of that name.
            return Optional.empty();
        }
    }

    private static String localPart(String smtpId) {
        int at = smtpId.indexOf('@');
        return at > 0 && smtpId.charAt(0) == '<' ? smtpId.substring(1, at) : "";
    }

    /**
     * The {@code X-Message-Id} of the send, with which {@code sg_message_id} begins: {@code id.recvd-…},
     * {@code id.filter…}, {@code id.stfilter…}. Older ids have dots of their own.
     */
    static String provider(EventFields fields) {
        String id = fields.text(Field.MESSAGE_ID);
        int end = firstOf(id, ".filter", ".recvd", ".stfilter");
        String beginning = end < 0 ? id.split("\\.", 2)[0] : id.substring(0, end);
        return PROVIDER_ID.matcher(beginning).matches() ? beginning : "";
    }

    private static int firstOf(String text, String... marks) {
        for (String mark : marks) {
            int at = text.indexOf(mark);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }
}
