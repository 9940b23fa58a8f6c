package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One message, fully rendered and ready for any adapter. Immutable. Built with {@link #builder()}.
 *
 * @param id made before the first attempt, the same across all of them
 * @param template the id of the template that it was rendered from: at most 100 letters, digits, dots, hyphens and
 *     underscores; empty if none
 * @param from the author
 * @param replyTo where answers go, if not to {@code from}; at most 100
 * @param to those it is meant for; one or more, and with {@code cc} and {@code bcc} at most 10,000, none twice
 * @param cc those who get a copy and are shown
 * @param bcc those who get a copy that nobody can see
 * @param withheld those of {@code to}, {@code cc} and {@code bcc} whom this copy is not handed over for, although they
 *     are shown as ever: another provider has served or refused them. Not all of them; usually empty
 * @param content subject and bodies
 * @param attachments at most 1,000
 * @param headers at most 100, no name twice in any case
 * @param tags for the provider's statistics: at most 100 of at most 255 characters, none that looks like an address
 * @param metadata returned with the provider's events: at most 100 keys of letters, digits, dot, hyphen and underscore,
 *     values of at most 10,000 characters that do not look like an address
 * @param idempotencyKey the application's name for what happened
 * @param sendAt when to send, if not at once
 * @param expiry when it is no longer worth sending
 * @param purpose whether an unsubscribe holds it back
 */
public record EmailMessage(
        MessageId id,
        String template,
        EmailAddress from,
        List<EmailAddress> replyTo,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        List<EmailAddress> bcc,
        Set<EmailAddress> withheld,
        Content content,
        List<Attachment> attachments,
        List<Header> headers,
        List<String> tags,
        Map<String, String> metadata,
        Optional<IdempotencyKey> idempotencyKey,
        Optional<Instant> sendAt,
        Optional<Instant> expiry,
        Purpose purpose) {

    /** The metadata key under which adapters pass {@link #id()} to the provider. */
    public static final String ID_METADATA_KEY = "tidings_id";

    public EmailMessage {
        Objects.requireNonNull(id, "id");
        MessageRules.requireTemplate(template);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(purpose, "purpose");
        replyTo = MessageRules.atMost(MessageRules.MAX_REPLY_TO, "replyTo", replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = MessageRules.atMost(MessageRules.MAX_ATTACHMENTS, "attachments", attachments);
        headers = MessageRules.headers(headers);
        tags = MessageRules.tags(tags);
        metadata = MessageRules.metadata(metadata);
        MessageRules.requireTimes(sendAt, expiry);
        if (to.isEmpty()) {
            throw new InvalidArgumentException("to", "must name at least one recipient");
        }
        requireEachOnce(to, cc, bcc);
        withheld = Set.copyOf(withheld);
        requireSomeLeft(everyone(to, cc, bcc), withheld);
    }

    private static List<EmailAddress> everyone(List<EmailAddress> to, List<EmailAddress> cc, List<EmailAddress> bcc) {
        List<EmailAddress> all = new ArrayList<>(to.size() + cc.size() + bcc.size());
        all.addAll(to);
        all.addAll(cc);
        all.addAll(bcc);
        return all;
    }

    private static void requireSomeLeft(List<EmailAddress> everyone, Set<EmailAddress> withheld) {
        if (withheld.isEmpty()) {
            return;
        }
        if (!everyone.containsAll(withheld)) {
            throw new InvalidArgumentException("withheld", "must name recipients of the message only");
        }
        if (withheld.size() == everyone.size()) {
            throw new InvalidArgumentException("withheld", "must leave a recipient");
        }
    }

    private static void requireEachOnce(List<EmailAddress> to, List<EmailAddress> cc, List<EmailAddress> bcc) {
        Set<EmailAddress> seen = new HashSet<>();
        for (List<EmailAddress> addresses : List.of(to, cc, bcc)) {
            for (EmailAddress address : addresses) {
                if (!seen.add(address)) {
                    throw new InvalidArgumentException("recipients", "must not name an address twice");
                }
            }
        }
        if (seen.size() > 10_000) {
            throw new InvalidArgumentException("recipients", "must be at most 10000");
        }
    }

    /** Starts a new message; not thread-safe. */
    public static EmailMessageBuilder builder() {
        return new EmailMessageBuilder();
    }

    /** Starts a message that is like this one, with the same id. */
    public EmailMessageBuilder toBuilder() {
        return new EmailMessageBuilder(this);
    }

    /** The subject of the content. */
    public String subject() {
        return content.subject();
    }

    /** The HTML body of the content. */
    public Optional<String> html() {
        return content.html();
    }

    /** The text body of the content. */
    public Optional<String> text() {
        return content.text();
    }

    /** Everyone in the envelope: to, cc and bcc, in this order, without those withheld. */
    public List<EmailAddress> recipients() {
        List<EmailAddress> all = everyone(to, cc, bcc);
        all.removeAll(withheld);
        return List.copyOf(all);
    }

    /**
     * The size on the wire in octets, with base64 growth of the attachments and without the few octets of framing that
     * differ from provider to provider.
     */
    public long encodedSize() {
        long size = content.subject().getBytes(StandardCharsets.UTF_8).length
                + MessageRules.utf8Length(content.html())
                + MessageRules.utf8Length(content.text());
        for (Header header : headers) {
            size += header.name().length() + header.value().getBytes(StandardCharsets.UTF_8).length + 4;
        }
        for (Attachment attachment : attachments) {
            long base64 = (attachment.content().size() + 2) / 3 * 4;
            size += base64 + (base64 + 75) / 76 * 2;
        }
        return size;
    }

    /** Id and template only. */
    @Override
    public String toString() {
        return "EmailMessage[id=" + id + ", template=" + template + "]";
    }
}
