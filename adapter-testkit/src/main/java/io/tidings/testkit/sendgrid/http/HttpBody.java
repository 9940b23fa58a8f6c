package io.tidings.testkit.sendgrid.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The body of one request, of stated length or in chunks. */
final class HttpBody {

    /** The longest body that is read to its end, if only to throw it away. */
    private static final long MAX_LENGTH = 512L * 1024 * 1024;

    /** How much of a body in chunks counts as half of it. */
    private static final long HALF_OF_CHUNKED = 65_536;

    private final HttpInput in;
    private final boolean chunked;
    private final long stated;

    /** Of the chunk, or of the body if it has none. */
    private long left;

    private long read;
    private boolean ended;

    HttpBody(HttpInput in, HttpRequest head) throws IOException {
        this.in = in;
        chunked = head.isChunked();
        stated = chunked ? 0 : length(head.header("content-length").orElse("0"), 10);
        left = stated;
        ended = !chunked && stated == 0;
    }

    private static long length(String text, int radix) throws IOException {
        try {
            long length = Long.parseLong(text.strip(), radix);
            if (length >= 0 && length <= MAX_LENGTH) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new MalformedRequestException("a length that is no number");
        }
        throw new MalformedRequestException("a body that is too long");
    }

    boolean isEnded() {
        return ended;
    }

    /** What is left of it, or nothing if that is more than so many octets; read to its end either way. */
    Optional<byte[]> readAll(int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(chunked ? 8_192 : stated, most));
        byte[] buffer = new byte[65_536];
        boolean fits = true;
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            fits &= read <= most;
            if (fits) {
                bytes.write(buffer, 0, count);
            }
        }
        return fits ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    /** Half of a body of stated length; 64 KB of one in chunks, or all if it has less. */
    void readHalf() throws IOException {
        long half = chunked ? HALF_OF_CHUNKED : stated / 2;
        byte[] buffer = new byte[1_024];
        while (!ended && read < half) {
            read(buffer, (int) Math.min(buffer.length, half - read));
        }
    }

    private int read(byte[] buffer) throws IOException {
        return read(buffer, buffer.length);
    }

    /** Some octets, or -1 at the end. */
    private int read(byte[] buffer, int most) throws IOException {
        if (!ended && chunked && left == 0) {
            startChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(buffer, 0, (int) Math.min(most, left));
        left -= count;
        read += count;
        if (read > MAX_LENGTH) {
            throw new MalformedRequestException("a body that is too long");
        }
        if (left == 0) {
            if (chunked) {
                in.line();
            } else {
                ended = true;
            }
        }
        return count;
    }

    private void startChunk() throws IOException {
        String line = in.line();
        int extension = line.indexOf(';');
        left = length(extension < 0 ? line : line.substring(0, extension), 16);
        if (left == 0) {
            in.headers();
            ended = true;
        }
    }
}
