package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link EmailMessage}. Needs {@code from}, {@code to}, a subject and a body; a new id is made unless one is
 * given. Setting a field again replaces it. Not thread-safe.
 */
public final class EmailMessageBuilder {

    private @Nullable MessageId id;
    private String template = "";
    private @Nullable EmailAddress from;
    private List<EmailAddress> replyTo = List.of();
    private List<EmailAddress> to = List.of();
    private List<EmailAddress> cc = List.of();
    private List<EmailAddress> bcc = List.of();
    private Set<EmailAddress> withheld = Set.of();
    private @Nullable Content content;
    private String subject = "";
    private Optional<String> html = Optional.empty();
    private Optional<String> text = Optional.empty();
    private List<Attachment> attachments = List.of();
    private List<Header> headers = List.of();
    private List<String> tags = List.of();
    private Map<String, String> metadata = Map.of();
    private Optional<IdempotencyKey> idempotencyKey = Optional.empty();
    private Optional<Instant> sendAt = Optional.empty();
    private Optional<Instant> expiry = Optional.empty();
    private Purpose purpose = Purpose.TRANSACTIONAL;

    EmailMessageBuilder() {}

    EmailMessageBuilder(EmailMessage message) {
        id = message.id();
        template = message.template();
        from = message.from();
        replyTo = message.replyTo();
        to = message.to();
        cc = message.cc();
        bcc = message.bcc();
        withheld = message.withheld();
        content(message.content());
        attachments = message.attachments();
        headers = message.headers();
        tags = message.tags();
        metadata = message.metadata();
        idempotencyKey = message.idempotencyKey();
        sendAt = message.sendAt();
        expiry = message.expiry();
        purpose = message.purpose();
    }

    /** See {@link EmailMessage#id()}. */
    public EmailMessageBuilder id(MessageId value) {
        id = value;
        return this;
    }

    /** See {@link EmailMessage#template()}. */
    public EmailMessageBuilder template(String value) {
        template = value;
        return this;
    }

    /** See {@link EmailMessage#from()}. */
    public EmailMessageBuilder from(EmailAddress value) {
        from = value;
        return this;
    }

    /** See {@link EmailMessage#replyTo()}. */
    public EmailMessageBuilder replyTo(EmailAddress... values) {
        return replyTo(List.of(values));
    }

    /** See {@link EmailMessage#replyTo()}. */
    public EmailMessageBuilder replyTo(List<EmailAddress> values) {
        replyTo = values;
        return this;
    }

    /** See {@link EmailMessage#to()}. */
    public EmailMessageBuilder to(EmailAddress... values) {
        return to(List.of(values));
    }

    /** See {@link EmailMessage#to()}. */
    public EmailMessageBuilder to(List<EmailAddress> values) {
        to = values;
        return this;
    }

    /** See {@link EmailMessage#cc()}. */
    public EmailMessageBuilder cc(EmailAddress... values) {
        return cc(List.of(values));
    }

    /** See {@link EmailMessage#cc()}. */
    public EmailMessageBuilder cc(List<EmailAddress> values) {
        cc = values;
        return this;
    }

    /** See {@link EmailMessage#bcc()}. */
    public EmailMessageBuilder bcc(EmailAddress... values) {
        return bcc(List.of(values));
    }

    /** See {@link EmailMessage#bcc()}. */
    public EmailMessageBuilder bcc(List<EmailAddress> values) {
        bcc = values;
        return this;
    }

    /** See {@link EmailMessage#withheld()}. */
    public EmailMessageBuilder withheld(Set<EmailAddress> values) {
        withheld = values;
        return this;
    }

    /** Subject and bodies at once, shared with other messages. */
    public EmailMessageBuilder content(Content value) {
        content = value;
        subject = value.subject();
        html = value.html();
        text = value.text();
        return this;
    }

    /** See {@link Content#subject()}. */
    public EmailMessageBuilder subject(String value) {
        subject = value;
        content = null;
        return this;
    }

    /** See {@link Content#html()}. */
    public EmailMessageBuilder html(String value) {
        html = Optional.of(value);
        content = null;
        return this;
    }

    /** See {@link Content#text()}. */
    public EmailMessageBuilder text(String value) {
        text = Optional.of(value);
        content = null;
        return this;
    }

    /** See {@link EmailMessage#attachments()}. */
    public EmailMessageBuilder attachments(Attachment... values) {
        return attachments(List.of(values));
    }

    /** See {@link EmailMessage#attachments()}. */
    public EmailMessageBuilder attachments(List<Attachment> values) {
        attachments = values;
        return this;
    }

    /** See {@link EmailMessage#headers()}. */
    public EmailMessageBuilder headers(Header... values) {
        return headers(List.of(values));
    }

    /** See {@link EmailMessage#headers()}. */
    public EmailMessageBuilder headers(List<Header> values) {
        headers = values;
        return this;
    }

    /** See {@link EmailMessage#tags()}. */
    public EmailMessageBuilder tags(String... values) {
        return tags(List.of(values));
    }

    /** See {@link EmailMessage#tags()}. */
    public EmailMessageBuilder tags(List<String> values) {
        tags = values;
        return this;
    }

    /** See {@link EmailMessage#metadata()}. */
    public EmailMessageBuilder metadata(Map<String, String> values) {
        metadata = values;
        return this;
    }

    /** See {@link EmailMessage#idempotencyKey()}. */
    public EmailMessageBuilder idempotencyKey(String value) {
        return idempotencyKey(Optional.of(new IdempotencyKey(value)));
    }

    /** See {@link EmailMessage#idempotencyKey()}. */
    public EmailMessageBuilder idempotencyKey(Optional<IdempotencyKey> value) {
        idempotencyKey = value;
        return this;
    }

    /** See {@link EmailMessage#sendAt()}. */
    public EmailMessageBuilder sendAt(Instant value) {
        return sendAt(Optional.of(value));
    }

    /** See {@link EmailMessage#sendAt()}. */
    public EmailMessageBuilder sendAt(Optional<Instant> value) {
        sendAt = value;
        return this;
    }

    /** See {@link EmailMessage#expiry()}. */
    public EmailMessageBuilder expiry(Instant value) {
        return expiry(Optional.of(value));
    }

    /** See {@link EmailMessage#expiry()}. */
    public EmailMessageBuilder expiry(Optional<Instant> value) {
        expiry = value;
        return this;
    }

    /** See {@link EmailMessage#purpose()}. */
    public EmailMessageBuilder purpose(Purpose value) {
        purpose = value;
        return this;
    }

    /** The message; the builder can go on to build others, with the same id if one was given. */
    public EmailMessage build() {
        if (from == null) {
            throw new InvalidArgumentException("from", "must be given");
        }
        return new EmailMessage(
                id == null ? MessageId.random() : id,
                template,
                from,
                replyTo,
                to,
                cc,
                bcc,
                withheld,
                content == null ? new Content(subject, html, text) : content,
                attachments,
                headers,
                tags,
                metadata,
                idempotencyKey,
                sendAt,
                expiry,
                purpose);
    }
}
