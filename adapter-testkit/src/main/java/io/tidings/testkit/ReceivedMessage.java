package io.tidings.testkit;

import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.email.MessageId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A message as it arrived, in terms that every technology can give. Texts are decoded and header values unfolded.
 * Immutable.
 *
 * @param id the id that a later event would be matched by
 * @param from the author that is shown
 * @param replyTo in the order of arrival; empty if answers go to {@code from}
 * @param to the recipients that are shown
 * @param cc the copies that are shown
 * @param envelope everyone that it was really handed over for, those who are not shown included
 * @param subject decoded
 * @param html the HTML body, decoded; its line endings as they arrived
 * @param text the text body, decoded; its line endings as they arrived
 * @param attachments files and inline parts
 * @param headers at least the application's own headers, by name, decoded and unfolded; names in any case are kept in
 *     lower case
 * @param visible everything that a recipient could read, raw and decoded, as one string in which to search for what
 *     must not be disclosed; without the envelope, which no recipient gets to see
 * @param tags for the provider's statistics, in the order of arrival
 * @param metadata what the provider will return with its events, but for the id; the provider or the adapter may add to
 *     it
 * @param sendAt when the provider was asked to send it; empty for at once
 */
public record ReceivedMessage(
        MessageId id,
        EmailAddress from,
        List<EmailAddress> replyTo,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        Set<EmailAddress> envelope,
        String subject,
        Optional<String> html,
        Optional<String> text,
        List<ReceivedAttachment> attachments,
        Map<String, String> headers,
        String visible,
        List<String> tags,
        Map<String, String> metadata,
        Optional<Instant> sendAt) {

    public ReceivedMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        envelope = Set.copyOf(envelope);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(html, "html");
        Objects.requireNonNull(text, "text");
        attachments = List.copyOf(attachments);
        Map<String, String> lowerCase = new TreeMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lowerCase);
        Objects.requireNonNull(visible, "visible");
        tags = List.copyOf(tags);
        metadata = Map.copyOf(metadata);
        Objects.requireNonNull(sendAt, "sendAt");
    }

    /** A message of a technology that has neither tags nor metadata and sends at once. */
    public ReceivedMessage(
            MessageId id,
            EmailAddress from,
            List<EmailAddress> replyTo,
            List<EmailAddress> to,
            List<EmailAddress> cc,
            Set<EmailAddress> envelope,
            String subject,
            Optional<String> html,
            Optional<String> text,
            List<ReceivedAttachment> attachments,
            Map<String, String> headers,
            String visible) {
        this(
                id,
                from,
                replyTo,
                to,
                cc,
                envelope,
                subject,
                html,
                text,
                attachments,
                headers,
                visible,
                List.of(),
                Map.of(),
                Optional.empty());
    }

    /**
     * A message of a far side that keeps it as it was sent.
     *
     * @param envelope see {@link #envelope()}
     * @param visible see {@link #visible()}
     * @throws IOException if an attachment cannot be read
     */
    public static ReceivedMessage of(EmailMessage message, Set<EmailAddress> envelope, String visible)
            throws IOException {
        List<ReceivedAttachment> attachments = new ArrayList<>();
        for (Attachment attachment : message.attachments()) {
            attachments.add(ReceivedAttachment.of(attachment));
        }
        return new ReceivedMessage(
                message.id(),
                message.from(),
                message.replyTo(),
                message.to(),
                message.cc(),
                envelope,
                message.subject(),
                message.html(),
                message.text(),
                attachments,
                message.headers().stream().collect(Collectors.toMap(Header::name, Header::value)),
                visible,
                message.tags(),
                message.metadata(),
                message.sendAt());
    }

    /** The id only. */
    @Override
    public String toString() {
        return "ReceivedMessage[id=" + id + "]";
    }
}
