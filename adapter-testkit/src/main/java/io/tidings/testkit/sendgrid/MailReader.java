package io.tidings.testkit.sendgrid;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import io.tidings.testkit.ReceivedAttachment;
import io.tidings.testkit.sendgrid.rules.Node;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes mails of a request that has passed the rules, as SendGrid reads it. */
final class MailReader {

    private final Node request;
    private final String messageId;
    private final List<ReceivedAttachment> attachments;

    MailReader(Node request, String messageId) {
        this.request = request;
        this.messageId = messageId;
        attachments = request.objects("attachments").stream()
                .map(MailReader::attachment)
                .toList();
    }

    List<SimulatedMail> mails() {
        return request.objects("personalizations").stream().map(this::mail).toList();
    }

    private SimulatedMail mail(Node personalization) {
        return new SimulatedMail(
                messageId,
                personalization
                        .object("from")
                        .or(() -> request.object("from"))
                        .map(MailReader::mailbox)
                        .orElseThrow(),
                Stream.concat(request.object("reply_to").stream(), request.objects("reply_to_list").stream())
                        .map(MailReader::mailbox)
                        .toList(),
                recipients(personalization, "to"),
                recipients(personalization, "cc"),
                recipients(personalization, "bcc"),
                personalization
                        .text("subject")
                        .or(() -> request.text("subject"))
                        .orElseThrow(),
                body("text/html"),
                body("text/plain"),
                attachments,
                merged(personalization, "headers"),
                request.texts("categories"),
                merged(personalization, "custom_args"),
                personalization
                        .number("send_at")
                        .or(() -> request.number("send_at"))
                        .map(at -> Instant.ofEpochSecond(at.longValue())),
                tracking("open_tracking"),
                tracking("click_tracking"));
    }

    private Optional<String> body(String type) {
        return request.objects("content").stream()
                .filter(content -> content.text("type").filter(type::equals).isPresent())
                .flatMap(content -> content.text("value").stream())
                .findFirst();
    }

    private Map<String, String> merged(Node personalization, String name) {
        Map<String, String> merged = new LinkedHashMap<>();
        request.entries(name).forEach((key, value) -> merged.put(key, (String) value));
        personalization.entries(name).forEach((key, value) -> merged.put(key, (String) value));
        return merged;
    }

    private Optional<Boolean> tracking(String name) {
        return request.object("tracking_settings")
                .flatMap(settings -> settings.object(name))
                .flatMap(setting -> setting.flag("enable"));
    }

    private static ReceivedAttachment attachment(Node part) {
        return new ReceivedAttachment(
                part.text("filename").orElseThrow(),
                part.text("type").orElse("application/octet-stream"),
                Base64.getDecoder().decode(part.text("content").orElseThrow()),
                part.text("disposition").filter("inline"::equals).flatMap(inline -> part.text("content_id")));
    }

    private static EmailAddress mailbox(Node mailbox) {
        return EmailAddress.of(
                mailbox.text("email").orElseThrow(), mailbox.text("name").orElse(""));
    }

    private static List<EmailAddress> recipients(Node personalization, String role) {
        return personalization.objects(role).stream()
                .flatMap(recipient -> recipient(recipient).stream())
                .toList();
    }

    /**
     * Whom SendGrid mails. It writes name and address into a header without quotes of its own, which then reads as a
     * list if there is a comma or a semicolon in the name (https://github.com/sendgrid/sendgrid-java/issues/191).
     */
    private static Optional<EmailAddress> recipient(Node recipient) {
        String name = recipient.text("name").orElse("").strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            String unquoted = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
            return Optional.of(mailbox(recipient).withDisplayName(unquoted));
        }
        String first = name.split("[,;]", 2)[0];
        return first.length() == name.length() ? Optional.of(mailbox(recipient)) : address(first.strip());
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(EmailAddress.of(text));
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }
}
