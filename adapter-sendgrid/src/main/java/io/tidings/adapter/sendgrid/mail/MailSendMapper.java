package io.tidings.adapter.sendgrid.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tidings.adapter.sendgrid.http.HttpBody;
import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the body of a v3 Mail Send request (<a
 * href="https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send">reference</a>). Immutable.
 */
public final class MailSendMapper {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * SendGrid writes a recipient's name as it is into a header, where these mean something else: behind a comma it
     * sees another address. The names of author and reply-to it quotes itself.
     */
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,;:@<>()\\[\\]\\\\\"]");

    private final boolean sandbox;
    private final boolean openTracking;
    private final boolean clickTracking;

    /**
     * @param sandbox whether the message is only checked
     * @param openTracking whether SendGrid may put a pixel into the HTML
     * @param clickTracking whether SendGrid may replace links
     */
    public MailSendMapper(boolean sandbox, boolean openTracking, boolean clickTracking) {
        this.sandbox = sandbox;
        this.openTracking = openTracking;
        this.clickTracking = clickTracking;
    }

    /**
     * One request for messages that are {@linkplain Likeness alike}.
     *
     * @param messages at least one, each with its personalization in this order
     * @param now a message that was to be sent by then is sent at once
     */
    public HttpBody map(List<EmailMessage> messages, Instant now) {
        EmailMessage shared = messages.get(0);
        Octets octets = new Octets(estimate(shared) + 320 * messages.size());
        List<JsonWithFiles.Hole> files = new ArrayList<>();
        try (JsonGenerator json = JSON.createGenerator(octets)) {
            json.writeStartObject();
            personalizations(json, messages);
            address(json, "from", shared.from());
            if (!shared.replyTo().isEmpty()) {
                addresses(json, "reply_to_list", eachOnce(shared.replyTo()), false);
            }
            attachments(json, octets, shared, files);
            json.writeStringField("subject", shared.subject());
            content(json, shared);
            tags(json, shared);
            if (!shared.metadata().isEmpty()) {
                json.writeObjectFieldStart("custom_args");
                for (var entry : shared.metadata().entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            if (shared.sendAt().isPresent() && shared.sendAt().get().isAfter(now)) {
                json.writeNumberField(
                        "send_at", shared.sendAt().get().plusNanos(999_999_999).getEpochSecond());
            }
            settings(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonWithFiles(octets.buffer(), octets.size(), files);
    }

    private static int estimate(EmailMessage message) {
        return 1024
                + message.html().map(String::length).orElse(0) * 9 / 8
                + message.text().map(String::length).orElse(0) * 9 / 8
                + message.attachments().size() * 200;
    }

    private static void personalizations(JsonGenerator json, List<EmailMessage> messages) throws IOException {
        json.writeArrayFieldStart("personalizations");
        for (EmailMessage message : messages) {
            json.writeStartObject();
            addresses(json, "to", message.to(), true);
            if (!message.cc().isEmpty()) {
                addresses(json, "cc", message.cc(), true);
            }
            if (!message.bcc().isEmpty()) {
                addresses(json, "bcc", message.bcc(), true);
            }
            json.writeObjectFieldStart("headers");
            json.writeStringField("Message-ID", message.id().headerValue(message.from()));
            json.writeStringField("Auto-Submitted", "auto-generated");
            for (Header header : message.headers()) {
                json.writeStringField(header.name(), HeaderValues.encode(header.value()));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("custom_args");
            json.writeStringField(EmailMessage.ID_METADATA_KEY, message.id().value());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void addresses(JsonGenerator json, String field, List<EmailAddress> addresses, boolean recipients)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (EmailAddress address : addresses) {
            members(json, address, recipients);
        }
        json.writeEndArray();
    }

    /** The API refuses a list that names an address twice, in any case. */
    private static List<EmailAddress> eachOnce(List<EmailAddress> addresses) {
        Set<String> seen = new HashSet<>();
        return addresses.stream()
                .filter(address -> seen.add(address.address().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void address(JsonGenerator json, String field, EmailAddress address) throws IOException {
        json.writeFieldName(field);
        members(json, address, false);
    }

    private static void members(JsonGenerator json, EmailAddress address, boolean recipient) throws IOException {
        json.writeStartObject();
        json.writeStringField("email", address.address());
        if (address.displayName().isPresent()) {
            String name = address.displayName().get();
            json.writeStringField(
                    "name", recipient && NEEDS_QUOTES.matcher(name).find() ? quoted(name) : name);
        }
        json.writeEndObject();
    }

    /** As a quoted string (RFC 5322, 3.2.4). */
    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void attachments(
            JsonGenerator json, Octets octets, EmailMessage message, List<JsonWithFiles.Hole> files)
            throws IOException {
        if (message.attachments().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("attachments");
        for (Attachment attachment : message.attachments()) {
            json.writeStartObject();
            json.writeStringField("content", "");
            json.flush();
            // Between the quotes.
            files.add(new JsonWithFiles.Hole(octets.size() - 1, attachment.content()));
            json.writeStringField("type", attachment.contentType());
            json.writeStringField("filename", attachment.fileName());
            json.writeStringField("disposition", attachment.isInline() ? "inline" : "attachment");
            if (attachment.contentId().isPresent()) {
                json.writeStringField("content_id", attachment.contentId().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The API wants plain text first. */
    private static void content(JsonGenerator json, EmailMessage message) throws IOException {
        json.writeArrayFieldStart("content");
        if (message.text().isPresent()) {
            part(json, "text/plain", message.text().get());
        }
        if (message.html().isPresent()) {
            part(json, "text/html", message.html().get());
        }
        json.writeEndArray();
    }

    private static void part(JsonGenerator json, String type, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("value", wellFormed(value));
        json.writeEndObject();
    }

    /** Half a surrogate pair, as is left where a text was cut, becomes a replacement character: UTF-8 has no other. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** Each once, as the API demands. */
    private static void tags(JsonGenerator json, EmailMessage message) throws IOException {
        if (!message.tags().isEmpty()) {
            json.writeArrayFieldStart("categories");
            for (String tag : new LinkedHashSet<>(message.tags())) {
                json.writeString(tag);
            }
            json.writeEndArray();
        }
    }

    private void settings(JsonGenerator json) throws IOException {
        if (sandbox) {
            json.writeObjectFieldStart("mail_settings");
            enable(json, "sandbox_mode", true);
            json.writeEndObject();
        }
        json.writeObjectFieldStart("tracking_settings");
        json.writeObjectFieldStart("click_tracking");
        json.writeBooleanField("enable", clickTracking);
        json.writeBooleanField("enable_text", false);
        json.writeEndObject();
        enable(json, "open_tracking", openTracking);
        enable(json, "subscription_tracking", false);
        json.writeEndObject();
    }

    private static void enable(JsonGenerator json, String setting, boolean on) throws IOException {
        json.writeObjectFieldStart(setting);
        json.writeBooleanField("enable", on);
        json.writeEndObject();
    }

    /** Octets that are not copied to be read. */
    private static final class Octets extends ByteArrayOutputStream {

        Octets(int size) {
            super(size);
        }

        byte[] buffer() {
            return buf;
        }
    }
}
