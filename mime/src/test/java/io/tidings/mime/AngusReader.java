package io.tidings.mime;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.testkit.ReceivedAttachment;
import io.tidings.testkit.ReceivedMessage;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Reads a message with Angus Mail. Not thread-safe. */
final class AngusReader {

    private Optional<String> html = Optional.empty();
    private Optional<String> text = Optional.empty();
    private final List<ReceivedAttachment> attachments = new ArrayList<>();

    private AngusReader() {}

    /** The envelope is taken from what was sent: it is not part of what was written. */
    static ReceivedMessage read(byte[] octets, EmailMessage sent) throws IOException, MessagingException {
        return new AngusReader().message(octets, Set.copyOf(sent.recipients()));
    }

    private ReceivedMessage message(byte[] octets, Set<EmailAddress> envelope) throws IOException, MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        MimeMessage message = new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(octets));
        part(message);
        Map<String, String> headers = new HashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            String value = MimeUtility.unfold(header.getValue()).stripLeading();
            headers.put(header.getName(), MimeUtility.decodeText(value));
        }
        String id = message.getMessageID();
        return new ReceivedMessage(
                new MessageId(id.substring(1, id.indexOf('@'))),
                addresses(message.getFrom()).get(0),
                message.getHeader("Reply-To") == null ? List.of() : addresses(message.getReplyTo()),
                addresses(message.getRecipients(Message.RecipientType.TO)),
                addresses(message.getRecipients(Message.RecipientType.CC)),
                envelope,
                message.getSubject(),
                html,
                text,
                attachments,
                headers,
                "");
    }

    private void part(MimePart part) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = (MimeMultipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                part((MimeBodyPart) parts.getBodyPart(i));
            }
            return;
        }
        byte[] content = part.getInputStream().readAllBytes();
        if (part.getDisposition() != null) {
            attachments.add(new ReceivedAttachment(
                    part.getFileName(),
                    part.getContentType(),
                    content,
                    Optional.ofNullable(part.getContentID()).map(id -> id.substring(1, id.length() - 1))));
        } else if (part.isMimeType("text/html")) {
            html = Optional.of(new String(content, StandardCharsets.UTF_8));
        } else {
            text = Optional.of(new String(content, StandardCharsets.UTF_8));
        }
    }

    private static List<EmailAddress> addresses(Address[] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(InternetAddress.class::cast)
                        .map(each -> EmailAddress.of(
                                each.getAddress(),
                                Optional.ofNullable(each.getPersonal()).orElse("")))
                        .toList();
    }
}
