package io.tidings.mime;

import io.tidings.email.EmailMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The octets of one message, looked at without a parser.
 *
 * @param text one character for each octet
 */
record Wire(String text) {

    static final Instant NOW = Instant.parse("2026-03-01T08:05:09Z");

    static Wire of(EmailMessage message) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new MimeWriter(InstantSource.fixed(NOW)).write(message, out);
            return new Wire(out.toString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] octets() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The header, with the line ending of its last line. */
    String header() {
        return text.substring(0, text.indexOf("\r\n\r\n") + 2);
    }

    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** Name, colon and value of each field as they stand there, without the last line ending. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (String line : header().split("\r\n", -1)) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.add(fields.remove(fields.size() - 1) + "\r\n" + line);
            } else if (!line.isEmpty()) {
                fields.add(line);
            }
        }
        return fields;
    }

    List<String> fieldNames() {
        return fields().stream()
                .map(field -> field.substring(0, field.indexOf(':')))
                .toList();
    }

    /** The value as it stands there. */
    String field(String name) {
        return fields().stream()
                .filter(field -> field.startsWith(name + ":"))
                .findFirst()
                .map(field -> field.substring(name.length() + 1).stripLeading())
                .orElse("missing");
    }

    int longestLine() {
        int longest = 0;
        int start = 0;
        for (int end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n", start)) {
            longest = Math.max(longest, end - start);
            start = end + 2;
        }
        return Math.max(longest, text.length() - start);
    }
}
