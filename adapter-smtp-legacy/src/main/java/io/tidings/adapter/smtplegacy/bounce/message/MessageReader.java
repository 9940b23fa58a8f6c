package io.tidings.adapter.smtplegacy.bounce.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * Reads one message with Mime4j, within bounds: 100 parts, 10 levels, 1,000 header lines for each part. Beyond them,
 * and where Mime4j gives up, what was read so far counts: reports come cut off, and what matters is at the beginning.
 */
final class MessageReader {

    static final int MAX_TEXT = 256 * 1024;
    private static final int MAX_PARTS = 100;
    private static final int MAX_LEVELS = 10;
    private static final int MAX_HEADERS = 1_000;

    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    /** The fields of the entities that are open, the message itself at the bottom. */
    private final Deque<Fields.Builder> open = new ArrayDeque<>();

    private final List<Part> parts = new ArrayList<>();
    private Fields headers = Fields.none();
    private Fields returned = Fields.none();
    private int messages;
    private int partsSeen;
    private int fieldsSeen;

    /** The octets of a multipart body in which no part was found. */
    private byte[] preamble = {};

    private boolean divided;

    Message read(byte[] raw) {
        tokens(raw);
        return repaired().orElseGet(() -> new Message(headers, parts, returned));
    }

    private void tokens(byte[] raw) {
        MimeTokenStream tokens = new MimeTokenStream(LENIENT);
        try {
            int first = firstLine(raw);
            tokens.parse(new ByteArrayInputStream(raw, first, raw.length - first));
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (open.size() > MAX_LEVELS || partsSeen > MAX_PARTS) {
                    return;
                }
                token(state, tokens);
            }
        } catch (MimeException | IOException | UncheckedIOException endOfSense) {
            if (!open.isEmpty()) {
                endOfHeader();
            }
        }
    }

    /** Where the header begins: some who hand on or store messages put blank lines in front of it. */
    private static int firstLine(byte[] raw) {
        int first = 0;
        for (int at = 0; at < raw.length && Character.isWhitespace(raw[at]); at++) {
            first = raw[at] == '\n' || raw[at] == '\r' ? at + 1 : first;
        }
        return first;
    }

    private void token(EntityState state, MimeTokenStream tokens) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> {
                messages += state == EntityState.T_START_MESSAGE ? 1 : 0;
                partsSeen++;
                fieldsSeen = 0;
                divided |= messages == 1 && state == EntityState.T_START_BODYPART;
                open.push(new Fields.Builder());
            }
            case T_FIELD -> field(tokens.getField().getRaw());
            case T_END_HEADER -> endOfHeader();
            case T_PREAMBLE -> {
                if (messages == 1 && open.size() == 1) {
                    preamble = tokens.getInputStream().readNBytes(MAX_TEXT);
                }
            }
            case T_BODY -> {
                if (messages == 1) {
                    body(tokens);
                }
            }
            case T_END_MESSAGE, T_END_BODYPART -> {
                messages -= state == EntityState.T_END_MESSAGE ? 1 : 0;
                open.pop();
            }
            default -> {
                // Says nothing that the others do not say.
            }
        }
    }

    private void field(ByteSequence raw) {
        if (fieldsSeen++ < MAX_HEADERS) {
            Fields.Builder fields = open.element();
            Charsets.decode(raw.toByteArray(), "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(fields::line);
        }
    }

    private void endOfHeader() {
        Fields fields = open.element().build();
        if (messages == 1 && open.size() == 1 && headers.isEmpty()) {
            headers = fields;
        } else if (messages == 2 && returned.isEmpty()) {
            returned = fields;
        }
    }

    private void body(MimeTokenStream tokens) throws IOException {
        BodyDescriptor descriptor = tokens.getBodyDescriptor();
        String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/") || type.startsWith("message/") || type.equals("application/octet-stream")) {
            byte[] octets = decoded(tokens);
            if (open.size() == 1) {
                preamble = octets;
            }
            String charset = Optional.ofNullable(descriptor.getCharset()).orElse("");
            parts.add(new Part(type, unixLines(Charsets.decode(octets, charset))));
        }
    }

    /** As much of it as can be decoded. */
    private static byte[] decoded(MimeTokenStream tokens) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (InputStream body = tokens.getDecodedInputStream()) {
            byte[] buffer = new byte[8 * 1024];
            int read = body.read(buffer);
            while (read >= 0 && octets.size() < MAX_TEXT) {
                octets.write(buffer, 0, read);
                read = body.read(buffer);
            }
        } catch (IOException | UncheckedIOException cutOff) {
            return octets.toByteArray();
        }
        return octets.toByteArray();
    }

    private static String unixLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The message read again with the boundary that it has instead of the one that it names. */
    private Optional<Message> repaired() {
        boolean multipart = headers.first("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
        if (!multipart || divided) {
            return Optional.empty();
        }
        String body = new String(preamble, StandardCharsets.ISO_8859_1);
        return boundary(body)
                .map(boundary -> {
                    String whole = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n" + body;
                    MessageReader again = new MessageReader();
                    again.tokens(whole.getBytes(StandardCharsets.ISO_8859_1));
                    return new Message(headers, again.parts, again.returned);
                })
                .or(() -> parts.isEmpty() ? Optional.of(asText(body)) : Optional.empty());
    }

    /** The message with all of its body as one text, since nothing divides it. */
    private Message asText(String body) {
        return new Message(headers, List.of(new Part("text/plain", unixLines(body))), returned);
    }

    /** What stands in the first line that looks like a boundary and is followed by a header. */
    private static Optional<String> boundary(String body) {
        String before = "";
        for (String line : (Iterable<String>) body.lines()::iterator) {
            if (before.startsWith("--")
                    && before.length() > 4
                    && before.length() < 202
                    && before.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\')
                    && line.regionMatches(true, 0, "Content-", 0, 8)) {
                return Optional.of(before.substring(2));
            }
            before = line.stripTrailing();
        }
        return Optional.empty();
    }
}
