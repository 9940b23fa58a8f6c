package io.tidings.adapter.sendgrid.mail;

import io.tidings.adapter.sendgrid.http.HttpBody;
import io.tidings.adapter.sendgrid.http.UnreadableBodyException;
import io.tidings.email.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * JSON into which the contents of files are written as base64 while it is sent, so that no file is ever held in memory.
 */
final class JsonWithFiles implements HttpBody {

    /** A multiple of three, so that pieces of base64 can be put together without padding. */
    private static final int CHUNK = 48 * 1024;

    /**
     * A file's place.
     *
     * @param at the octet of the JSON before which the content stands
     */
    record Hole(int at, ContentSource content) {}

    private final byte[] json;
    private final int jsonLength;
    private final List<Hole> holes;
    private final long length;

    /**
     * @param json not copied
     * @param jsonLength how much of it counts
     * @param holes in the order of their places
     */
    JsonWithFiles(byte[] json, int jsonLength, List<Hole> holes) {
        this.json = json;
        this.jsonLength = jsonLength;
        this.holes = List.copyOf(holes);
        this.length = jsonLength
                + holes.stream().mapToLong(hole -> base64Length(hole.content())).sum();
    }

    private static long base64Length(ContentSource content) {
        return (content.size() + 2) / 3 * 4;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        int from = 0;
        byte[] chunk = new byte[holes.isEmpty() ? 0 : CHUNK];
        byte[] encoded = new byte[chunk.length / 3 * 4];
        for (Hole hole : holes) {
            out.write(json, from, hole.at() - from);
            copy(hole.content(), chunk, encoded, out);
            from = hole.at();
        }
        out.write(json, from, jsonLength - from);
    }

    private static void copy(ContentSource content, byte[] chunk, byte[] encoded, OutputStream out) throws IOException {
        try (Reading reading = new Reading(content)) {
            for (int read = reading.fill(chunk); read > 0; read = reading.fill(chunk)) {
                byte[] piece = read == chunk.length ? chunk : Arrays.copyOf(chunk, read);
                int written = Base64.getEncoder().encode(piece, encoded);
                out.write(encoded, 0, written);
            }
        }
    }

    /** A source that is open. Whatever goes wrong with it is told apart from what goes wrong with the network. */
    private static final class Reading implements AutoCloseable {

        private final InputStream in;

        Reading(ContentSource content) throws UnreadableBodyException {
            try {
                in = content.openChecked();
            } catch (IOException | RuntimeException e) {
                throw new UnreadableBodyException();
            }
        }

        /** As much as there is, or as fits. Reads to the very end, where a content that is too long shows. */
        int fill(byte[] chunk) throws UnreadableBodyException {
            try {
                return in.readNBytes(chunk, 0, chunk.length);
            } catch (IOException | RuntimeException e) {
                throw new UnreadableBodyException();
            }
        }

        @Override
        public void close() throws UnreadableBodyException {
            try {
                in.close();
            } catch (IOException | RuntimeException e) {
                throw new UnreadableBodyException();
            }
        }
    }
}
