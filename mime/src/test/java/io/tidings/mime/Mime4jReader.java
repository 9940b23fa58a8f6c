package io.tidings.mime;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.testkit.ReceivedAttachment;
import io.tidings.testkit.ReceivedMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Reads a message with Mime4j. Not thread-safe. */
final class Mime4jReader {

    private Optional<String> html = Optional.empty();
    private Optional<String> text = Optional.empty();
    private final List<ReceivedAttachment> attachments = new ArrayList<>();

    private Mime4jReader() {}

    /** The envelope is taken from what was sent: it is not part of what was written. */
    static ReceivedMessage read(byte[] octets, EmailMessage sent) throws IOException {
        return new Mime4jReader().message(octets, sent);
    }

    private ReceivedMessage message(byte[] octets, EmailMessage sent) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(1000)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .build());
        builder.setDecodeMonitor(DecodeMonitor.STRICT);
        Message message = builder.parseMessage(new ByteArrayInputStream(octets));
        part(message);
        Map<String, String> headers = new HashMap<>();
        for (Field field : message.getHeader()) {
            if (sent.headers().stream().noneMatch(header -> header.name().equals(field.getName()))) {
                // Addresses are not to be decoded as a text.
                continue;
            }
            String value = field.getBody().stripLeading();
            headers.put(field.getName(), DecoderUtil.decodeEncodedWords(value, DecodeMonitor.STRICT));
        }
        String id = message.getMessageId();
        return new ReceivedMessage(
                new MessageId(id.substring(1, id.indexOf('@'))),
                mailbox(message.getFrom().get(0)),
                addresses(message.getReplyTo()),
                addresses(message.getTo()),
                addresses(message.getCc()),
                Set.copyOf(sent.recipients()),
                message.getSubject(),
                html,
                text,
                attachments,
                headers,
                "");
    }

    private void part(Entity part) throws IOException {
        if (part.getBody() instanceof Multipart parts) {
            for (Entity child : parts.getBodyParts()) {
                part(child);
            }
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ((SingleBody) part.getBody()).writeTo(content);
        if (part.getDispositionType() != null) {
            attachments.add(new ReceivedAttachment(
                    part.getFilename(),
                    part.getHeader().getField("Content-Type").getBody(),
                    content.toByteArray(),
                    Optional.ofNullable(part.getHeader().getField("Content-ID"))
                            .map(id -> id.getBody().substring(1, id.getBody().length() - 1))));
        } else if (part.getMimeType().equals("text/html")) {
            html = Optional.of(content.toString(StandardCharsets.UTF_8));
        } else {
            text = Optional.of(content.toString(StandardCharsets.UTF_8));
        }
    }

    private static List<EmailAddress> addresses(AddressList addresses) {
        return addresses == null
                ? List.of()
                : addresses.flatten().stream().map(Mime4jReader::mailbox).toList();
    }

    private static EmailAddress mailbox(org.apache.james.mime4j.dom.address.Mailbox mailbox) {
        // It takes the quotes off the local part.
        String quoted = '"' + mailbox.getLocalPart().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return EmailAddress.of(
                quoted + "@" + mailbox.getDomain(),
                Optional.ofNullable(mailbox.getName()).orElse(""));
    }
}
