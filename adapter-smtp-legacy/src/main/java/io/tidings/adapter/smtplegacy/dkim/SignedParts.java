package io.tidings.adapter.smtplegacy.dkim;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a message, keeps its header and hashes its body. Not thread-safe. */
final class SignedParts extends OutputStream {

    /** Between header and body, with the line ending of the last field. */
    private static final byte[] SEPARATOR = {'\r', '\n', '\r', '\n'};

    private static final Pattern FIELD_END = Pattern.compile("\r\n(?![ \t])");

    private final ByteArrayOutputStream header = new ByteArrayOutputStream(1024);
    private final BodyHash body;
    private int matched;

    SignedParts(MessageDigest digest) {
        body = new BodyHash(digest);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && matched < SEPARATOR.length) {
            byte octet = octets[at++];
            header.write(octet);
            // A CR that stands alone, after which one would have to begin at 1, is in no header.
            matched = octet == SEPARATOR[matched] ? matched + 1 : 0;
        }
        body.update(octets, at, end);
    }

    /** Name, colon and value of each field, one character for each octet, folded as they are. */
    List<String> fields() {
        return FIELD_END
                .splitAsStream(header.toString(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** Once; then no more can be written. */
    byte[] bodyHash() {
        return body.end();
    }
}
