package io.tidings.testkit.sendgrid;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.testkit.ReceivedAttachment;
import io.tidings.testkit.ReceivedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SendGrid made of one personalization of an accepted request. Immutable.
 *
 * @param messageId the {@code X-Message-Id} that was answered, shared by all personalizations of the request
 * @param from the personalization's own, else that of the request
 * @param replyTo from {@code reply_to} or {@code reply_to_list}
 * @param to whom the mail goes, which may be another than was meant: in a name without quotes a comma or semicolon ends
 *     an address, and if what stands before it is none, the mail goes to nobody
 * @param cc likewise
 * @param bcc likewise
 * @param subject the personalization's own, else that of the request
 * @param html the value of {@code text/html}
 * @param text the value of {@code text/plain}
 * @param attachments decoded
 * @param headers those of the request, then those of the personalization, which replace them
 * @param categories in their order
 * @param customArgs those of the request, then those of the personalization, which replace them
 * @param sendAt the personalization's own, else that of the request
 * @param openTracking whether it was switched; empty if left to the account's setting
 * @param clickTracking whether it was switched; empty if left to the account's setting
 */
public record SimulatedMail(
        String messageId,
        EmailAddress from,
        List<EmailAddress> replyTo,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        List<EmailAddress> bcc,
        String subject,
        Optional<String> html,
        Optional<String> text,
        List<ReceivedAttachment> attachments,
        Map<String, String> headers,
        List<String> categories,
        Map<String, String> customArgs,
        Optional<Instant> sendAt,
        Optional<Boolean> openTracking,
        Optional<Boolean> clickTracking) {

    public SimulatedMail {
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        categories = List.copyOf(categories);
        customArgs = Collections.unmodifiableMap(new LinkedHashMap<>(customArgs));
    }

    /**
     * This mail in the words of {@link io.tidings.testkit.EmailPortContract}.
     *
     * @throws AssertionError if it has no custom argument {@code tidings_id}
     */
    public ReceivedMessage toReceivedMessage() {
        Map<String, String> metadata = new HashMap<>(customArgs);
        String id = metadata.remove(EmailMessage.ID_METADATA_KEY);
        if (id == null) {
            throw new AssertionError("A mail has no custom argument " + EmailMessage.ID_METADATA_KEY);
        }
        Set<EmailAddress> envelope = new HashSet<>();
        Stream.of(to, cc, bcc).forEach(envelope::addAll);
        return new ReceivedMessage(
                new MessageId(id),
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
                visible(),
                categories,
                metadata,
                sendAt);
    }

    private String visible() {
        Stream<String> mailboxes = Stream.of(List.of(from), replyTo, to, cc)
                .flatMap(List::stream)
                .map(mailbox -> mailbox.displayName().orElse("") + " " + mailbox.address());
        Stream<String> bodies = Stream.of(Optional.of(subject), html, text).flatMap(Optional::stream);
        Stream<String> parts = attachments.stream()
                .map(part -> part.fileName() + " " + new String(part.bytes(), StandardCharsets.ISO_8859_1));
        Stream<String> fields = headers.entrySet().stream().map(header -> header.getKey() + ": " + header.getValue());
        return Stream.of(mailboxes, bodies, parts, fields)
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"));
    }

    /** The id of the request only. */
    @Override
    public String toString() {
        return "SimulatedMail[" + messageId + "]";
    }
}
