package io.tidings;

import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.Header;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds {@link SendOptions}. Setting a field again replaces it. Not thread-safe. */
public final class SendOptionsBuilder {

    private Optional<EmailAddress> from = Optional.empty();
    private List<EmailAddress> replyTo = List.of();
    private List<EmailAddress> cc = List.of();
    private List<EmailAddress> bcc = List.of();
    private List<Attachment> attachments = List.of();
    private List<Header> headers = List.of();
    private List<String> tags = List.of();
    private Map<String, String> metadata = Map.of();
    private Optional<IdempotencyKey> idempotencyKey = Optional.empty();
    private Optional<Instant> sendAt = Optional.empty();
    private Optional<Instant> expiry = Optional.empty();
    private Purpose purpose = Purpose.TRANSACTIONAL;

    SendOptionsBuilder() {}

    /** See {@link SendOptions#from()}. */
    public SendOptionsBuilder from(EmailAddress value) {
        from = Optional.of(value);
        return this;
    }

    /** See {@link SendOptions#replyTo()}. */
    public SendOptionsBuilder replyTo(EmailAddress... values) {
        replyTo = List.of(values);
        return this;
    }

    /** See {@link SendOptions#cc()}. */
    public SendOptionsBuilder cc(EmailAddress... values) {
        cc = List.of(values);
        return this;
    }

    /** See {@link SendOptions#bcc()}. */
    public SendOptionsBuilder bcc(EmailAddress... values) {
        bcc = List.of(values);
        return this;
    }

    /** See {@link SendOptions#attachments()}. */
    public SendOptionsBuilder attachments(Attachment... values) {
        attachments = List.of(values);
        return this;
    }

    /** See {@link SendOptions#headers()}. */
    public SendOptionsBuilder headers(Header... values) {
        headers = List.of(values);
        return this;
    }

    /** See {@link SendOptions#tags()}. */
    public SendOptionsBuilder tags(String... values) {
        tags = List.of(values);
        return this;
    }

    /** See {@link SendOptions#metadata()}. */
    public SendOptionsBuilder metadata(Map<String, String> values) {
        metadata = values;
        return this;
    }

    /** See {@link SendOptions#idempotencyKey()}. */
    public SendOptionsBuilder idempotencyKey(String value) {
        idempotencyKey = Optional.of(new IdempotencyKey(value));
        return this;
    }

    /** See {@link SendOptions#sendAt()}. */
    public SendOptionsBuilder sendAt(Instant value) {
        sendAt = Optional.of(value);
        return this;
    }

    /** See {@link SendOptions#expiry()}. */
    public SendOptionsBuilder expiry(Instant value) {
        expiry = Optional.of(value);
        return this;
    }

    /** See {@link SendOptions#purpose()}. */
    public SendOptionsBuilder purpose(Purpose value) {
        purpose = value;
        return this;
    }

    /** The options. */
    public SendOptions build() {
        return new SendOptions(
                from, replyTo, cc, bcc, attachments, headers, tags, metadata, idempotencyKey, sendAt, expiry, purpose);
    }
}
