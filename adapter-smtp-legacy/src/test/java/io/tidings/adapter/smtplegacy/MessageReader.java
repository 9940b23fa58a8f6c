package io.tidings.adapter.smtplegacy;

import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import io.tidings.testkit.ReceivedAttachment;
import io.tidings.testkit.ReceivedMessage;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees a message as a reader would who uses Jakarta Mail. */
final class MessageReader {

    private Optional<String> html = Optional.empty();
    private Optional<String> text = Optional.empty();
    private final List<ReceivedAttachment> attachments = new ArrayList<>();
    private final StringBuilder visible = new StringBuilder();

    private MessageReader() {}

    static ReceivedMessage read(MimeMessage message, Set<String> envelope) {
        try {
            return new MessageReader().message(message, envelope);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReceivedMessage message(MimeMessage message, Set<String> envelope) throws MessagingException, IOException {
        part(message);
        Map<String, String> headers = new HashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            // What the server adds is not what we sent.
            if (!header.getName().equals("Received") && !header.getName().equals("Return-Path")) {
                headers.put(
                        header.getName(),
                        MimeUtility.decodeText(
                                MimeUtility.unfold(header.getValue()).stripLeading()));
            }
        }
        headers.forEach(
                (name, value) -> visible.append(name).append(": ").append(value).append('\n'));
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw, new String[] {"Received", "Return-Path"});
        visible.append(raw.toString(StandardCharsets.UTF_8));
        String id = message.getMessageID();
        return new ReceivedMessage(
                new MessageId(id.substring(1, id.indexOf('@'))),
                addresses(message.getFrom()).get(0),
                message.getHeader("Reply-To") == null ? List.of() : addresses(message.getReplyTo()),
                addresses(message.getRecipients(Message.RecipientType.TO)),
                addresses(message.getRecipients(Message.RecipientType.CC)),
                envelope.stream().map(EmailAddress::of).collect(Collectors.toSet()),
                message.getSubject(),
                html,
                text,
                attachments,
                headers,
                visible.toString(),
                AnnotationReader.tags(headers.getOrDefault(AnnotationHeaders.TAGS, "")),
                AnnotationReader.metadata(headers.getOrDefault(AnnotationHeaders.METADATA, "")),
                Optional.empty());
    }

    private void part(MimePart part) throws MessagingException, IOException {
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
            return;
        }
        String body = new String(content, StandardCharsets.UTF_8);
        visible.append(body).append('\n');
        if (part.isMimeType("text/html")) {
            html = Optional.of(body);
        } else {
            text = Optional.of(body);
        }
    }

    private static List<EmailAddress> addresses(Address[] addresses) {
        return addresses == null
                ? List.of()
                : Stream.of(addresses)
                        .map(InternetAddress.class::cast)
                        .map(each -> EmailAddress.of(
                                each.getAddress(),
                                Optional.ofNullable(each.getPersonal()).orElse("")))
                        .toList();
    }
}
