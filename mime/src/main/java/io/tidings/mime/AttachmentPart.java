package io.tidings.mime;

import io.tidings.email.ContentSource;
import java.io.IOException;
import java.io.InputStream;

/** The content of an attachment in base64, read while it is written. */
final class AttachmentPart implements Segment {

    /** Read and encoded at once, in octets: large enough that more makes it no faster. */
    private static final int CHUNK = 8 * 1024;

    private final ContentSource content;

    AttachmentPart(ContentSource content) {
        this.content = content;
    }

    @Override
    public long size() {
        return Base64Lines.size(content.size());
    }

    @Override
    public void write(Octets out) throws IOException {
        Base64Lines lines = new Base64Lines(out, (int) Math.min(CHUNK, content.size()));
        try (Source source = new Source(content)) {
            for (int read = source.read(lines.room()); read > 0; read = source.read(lines.room())) {
                lines.filled(read);
            }
        }
    }

    /** Tells a failure of the application's source from one of the stream that is written to. */
    private static final class Source implements AutoCloseable {

        private final InputStream in;

        Source(ContentSource content) throws UnreadableAttachmentException {
            try {
                in = content.openChecked();
            } catch (IOException | RuntimeException e) {
                throw new UnreadableAttachmentException();
            }
        }

        /** Fills the array if there is so much. */
        int read(byte[] into) throws UnreadableAttachmentException {
            try {
                return in.readNBytes(into, 0, into.length);
            } catch (IOException | RuntimeException e) {
                throw new UnreadableAttachmentException();
            }
        }

        @Override
        public void close() throws UnreadableAttachmentException {
            try {
                in.close();
            } catch (IOException | RuntimeException e) {
                throw new UnreadableAttachmentException();
            }
        }
    }
}
