package io.tidings.testkit.sendgrid.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads heads, and the octets behind them, from one connection (RFC 9112). */
final class HttpInput {

    private static final int MAX_LINE = 16_384;
    private static final int MAX_HEADERS = 200;

    private final InputStream in;

    HttpInput(InputStream in) {
        this.in = new BufferedInputStream(in, 65_536);
    }

    /** The next head; empty if the client closed the connection before it. */
    Optional<HttpRequest> head() throws IOException {
        String line;
        do {
            Optional<String> next = line(true);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            line = next.get();
        } while (line.isEmpty());
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].matches("HTTP/1\\.[01]")) {
            throw new MalformedRequestException("no request line");
        }
        return Optional.of(new HttpRequest(parts[0], parts[1], parts[2], headers()));
    }

    /** Header lines up to the empty one. */
    Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i <= MAX_HEADERS; i++) {
            String line = line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequestException("a header without a colon");
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        throw new MalformedRequestException("too many headers");
    }

    String line() throws IOException {
        return line(false).orElseThrow();
    }

    private Optional<String> line(boolean first) throws IOException {
        byte[] line = new byte[MAX_LINE];
        for (int length = 0; length < MAX_LINE; length++) {
            int octet = in.read();
            if (octet < 0) {
                if (first && length == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the client went away");
            }
            if (octet == '\n') {
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return Optional.of(new String(line, 0, end, StandardCharsets.ISO_8859_1));
            }
            line[length] = (byte) octet;
        }
        throw new MalformedRequestException("a line that is too long");
    }

    /** Some octets, at least one; never the end. */
    int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count < 0) {
            throw new EOFException("the client went away");
        }
        return count;
    }

    /** Returns when the client closes the connection; what it still sends until then is ignored. */
    void awaitEnd() throws IOException {
        byte[] ignored = new byte[8_192];
        int count;
        do {
            count = in.read(ignored);
        } while (count >= 0);
    }
}
