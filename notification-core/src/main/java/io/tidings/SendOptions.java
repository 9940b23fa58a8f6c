package io.tidings;

import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.Header;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageRules;
import io.tidings.email.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one send has beyond notification and recipient. Immutable. Built with {@link #builder()}; limits are those of
 * {@link io.tidings.email.EmailMessage}.
 *
 * @param from the author; empty for the one that the notifier is configured with
 * @param replyTo where answers go; empty for the configured ones
 * @param cc those who get a copy and are shown; not with {@link Notifier#sendAll}
 * @param bcc those who get a copy that nobody can see; not with {@link Notifier#sendAll}
 * @param attachments files and inline parts
 * @param headers headers of the application's own
 * @param tags for the provider's statistics; none that looks like an address
 * @param metadata returned with the provider's events; no values that look like an address
 * @param idempotencyKey the application's name for what happened: the same key, recipient and payload are sent once
 * @param sendAt when to send, if not at once
 * @param expiry when it is no longer worth sending
 * @param purpose whether an unsubscribe holds it back
 */
public record SendOptions(
        Optional<EmailAddress> from,
        List<EmailAddress> replyTo,
        List<EmailAddress> cc,
        List<EmailAddress> bcc,
        List<Attachment> attachments,
        List<Header> headers,
        List<String> tags,
        Map<String, String> metadata,
        Optional<IdempotencyKey> idempotencyKey,
        Optional<Instant> sendAt,
        Optional<Instant> expiry,
        Purpose purpose) {

    private static final SendOptions NONE = builder().build();

    public SendOptions {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(purpose, "purpose");
        replyTo = MessageRules.atMost(MessageRules.MAX_REPLY_TO, "replyTo", replyTo);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = MessageRules.atMost(MessageRules.MAX_ATTACHMENTS, "attachments", attachments);
        headers = MessageRules.headers(headers);
        tags = MessageRules.tags(tags);
        metadata = MessageRules.metadata(metadata);
        MessageRules.requireTimes(sendAt, expiry);
    }

    /** Nothing beyond notification and recipient. */
    public static SendOptions none() {
        return NONE;
    }

    /** Starts new options; not thread-safe. */
    public static SendOptionsBuilder builder() {
        return new SendOptionsBuilder();
    }

    /** Without any of it. */
    @Override
    public String toString() {
        return "SendOptions[•••]";
    }
}
