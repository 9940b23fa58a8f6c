package io.tidings.mime;

import io.tidings.email.Attachment;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays out one message: its header, and its parts as {@code mixed}, {@code related} and {@code alternative} where they
 * are needed. What stands before and between bodies is collected as text until the next body comes.
 */
final class MessageLayout {

    /** RFC 5322, 3.3. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final EmailMessage message;
    private final List<Attachment> inline = new ArrayList<>();
    private final List<Attachment> files = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(1024);
    private final HeaderFields fields = new HeaderFields(text);
    private int boundaries;

    private MessageLayout(EmailMessage message) {
        this.message = message;
        for (Attachment attachment : message.attachments()) {
            // Without HTML nothing refers to an inline part.
            (attachment.isInline() && message.html().isPresent() ? inline : files).add(attachment);
        }
    }

    /** The message in the order in which it is written. */
    static List<Segment> of(EmailMessage message, Instant date) {
        MessageLayout layout = new MessageLayout(message);
        layout.header(DATE.format(date));
        layout.mixed();
        layout.flush();
        return List.copyOf(layout.segments);
    }

    private void header(String date) {
        fields.plain("Date", date);
        fields.addresses("From", List.of(message.from()));
        if (!message.replyTo().isEmpty()) {
            fields.addresses("Reply-To", message.replyTo());
        }
        fields.addresses("To", message.to());
        if (!message.cc().isEmpty()) {
            fields.addresses("Cc", message.cc());
        }
        fields.text("Subject", message.subject());
        fields.plain("Message-ID", message.id().headerValue(message.from()));
        fields.plain("Auto-Submitted", "auto-generated");
        for (Header header : message.headers()) {
            fields.text(header.name(), header.value());
        }
        fields.plain("MIME-Version", "1.0");
    }

    private void mixed() {
        if (files.isEmpty()) {
            related();
            return;
        }
        String boundary = open("multipart/mixed");
        related();
        files.forEach(file -> attachment(boundary, file));
        close(boundary);
    }

    private void related() {
        if (inline.isEmpty()) {
            alternative();
            return;
        }
        // RFC 2387, 3.1: the type of the part that refers to the others.
        String root = message.text().isPresent() ? "multipart/alternative" : "text/html";
        String boundary = open("multipart/related", "type=\"" + root + "\"");
        alternative();
        inline.forEach(part -> attachment(boundary, part));
        close(boundary);
    }

    private void alternative() {
        if (message.text().isEmpty() || message.html().isEmpty()) {
            message.text().ifPresent(body -> body("text/plain", body));
            message.html().ifPresent(body -> body("text/html", body));
            return;
        }
        String boundary = open("multipart/alternative");
        body("text/plain", message.text().get());
        delimit(boundary);
        body("text/html", message.html().get());
        close(boundary);
    }

    private void body(String type, String content) {
        TextPart part = new TextPart(content, delimiterStart());
        fields.parameters("Content-Type", type, List.of("charset=utf-8"));
        fields.plain("Content-Transfer-Encoding", part.encoding());
        text.append("\r\n");
        put(part);
        if (boundaries == 0 && !part.endsWithLineBreak()) {
            text.append("\r\n");
        }
    }

    private void attachment(String boundary, Attachment attachment) {
        delimit(boundary);
        List<String> type = Parameters.split(attachment.contentType());
        fields.parameters("Content-Type", type.get(0), type.subList(1, type.size()));
        fields.plain("Content-Transfer-Encoding", "base64");
        attachment.contentId().ifPresent(id -> fields.plain("Content-ID", "<" + id + ">"));
        fields.parameters(
                "Content-Disposition",
                attachment.isInline() ? "inline" : "attachment",
                Parameters.fileName(FileNames.harmless(attachment.fileName())));
        text.append("\r\n");
        put(new AttachmentPart(attachment.content()));
    }

    /** Begins a multipart and its first part. */
    private String open(String type, String... parameters) {
        String boundary = boundary(++boundaries);
        List<String> all = new ArrayList<>(List.of(parameters));
        all.add("boundary=\"" + boundary + "\"");
        fields.parameters("Content-Type", type, all);
        delimit(boundary);
        return boundary;
    }

    /**
     * The same each time, and in no body: {@code =_} is not in base64 or quoted-printable (RFC 2045, 6.7), and a body
     * in which it stands is not written as it is.
     */
    private String boundary(int number) {
        return "=_" + message.id().value() + "_" + number;
    }

    private String delimiterStart() {
        return "--=_" + message.id().value();
    }

    /** The line ending before it belongs to it (RFC 2046, 5.1.1); behind a header it is the empty line. */
    private void delimit(String boundary) {
        text.append("\r\n--").append(boundary).append("\r\n");
    }

    private void close(String boundary) {
        text.append("\r\n--").append(boundary).append("--");
        boolean outermost = boundary.equals(boundary(1));
        if (outermost) {
            text.append("\r\n");
        }
    }

    private void put(Segment segment) {
        flush();
        segments.add(segment);
    }

    private void flush() {
        segments.add(Segment.of(text.toString().getBytes(StandardCharsets.UTF_8)));
        text.setLength(0);
    }
}
