package io.tidings.adapter.inmemory;

import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message as the far side has it. Immutable. Holds addresses and content as data; {@link #toString()} does not show
 * them.
 *
 * @param message as it was sent, but for its attachments: these are what the far side read, byte for byte
 * @param envelope who received it: the recipients that were not refused, in the order of
 *     {@link EmailMessage#recipients()}
 * @param receivedAt when it arrived, by the adapter's clock
 */
public record ReceivedEmail(EmailMessage message, List<EmailAddress> envelope, Instant receivedAt) {

    public ReceivedEmail {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(receivedAt, "receivedAt");
        envelope = List.copyOf(envelope);
    }

    /** The identity of the message. */
    public MessageId id() {
        return message.id();
    }

    /** The subject of the message. */
    public String subject() {
        return message.subject();
    }

    /** The HTML body of the message. */
    public Optional<String> html() {
        return message.html();
    }

    /** The text body of the message. */
    public Optional<String> text() {
        return message.text();
    }

    /**
     * What the far side read. The content of an attachment over 256 kB is on disk and can no longer be opened once the
     * mailbox is cleared or closed.
     */
    public List<Attachment> attachments() {
        return message.attachments();
    }

    /** The first attachment of that name. */
    public Optional<Attachment> attachment(String fileName) {
        return attachments().stream()
                .filter(attachment -> attachment.fileName().equals(fileName))
                .findFirst();
    }

    /** Id, template and time only. */
    @Override
    public String toString() {
        return "ReceivedEmail[id=" + id() + ", template=" + message.template() + ", receivedAt=" + receivedAt + "]";
    }
}
