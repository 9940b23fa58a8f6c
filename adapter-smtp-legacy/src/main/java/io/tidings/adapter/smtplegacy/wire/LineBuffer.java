package io.tidings.adapter.smtplegacy.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What has come in and was not yet taken, as lines. A lone LF ends a line as well. */
final class LineBuffer {

    /** RFC 5321, 4.5.3.1.5 allows 512; some relays take more. */
    private static final int MAX_LINE = 4_096;

    private final byte[] octets = new byte[MAX_LINE];
    private int position;
    private int scanned;
    private int end;

    boolean isEmpty() {
        return position == end;
    }

    /** Whether there is no room for more, because a line is too long. */
    boolean isFull() {
        return position == 0 && end == octets.length;
    }

    /** The next line without its end, if all of it has come in. */
    Optional<String> next() {
        for (; scanned < end; scanned++) {
            if (octets[scanned] == '\n') {
                int length = scanned - position;
                if (length > 0 && octets[scanned - 1] == '\r') {
                    length--;
                }
                String line = new String(octets, position, length, StandardCharsets.UTF_8);
                position = ++scanned;
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Reads what is there, or waits for it as long as the stream does; false at its end. */
    boolean fill(InputStream input) throws IOException {
        System.arraycopy(octets, position, octets, 0, end - position);
        end -= position;
        scanned -= position;
        position = 0;
        int count = input.read(octets, end, octets.length - end);
        end += Math.max(0, count);
        return count >= 0;
    }
}
