package io.tidings.adapter.inmemory.internal;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads attachments to their end and keeps what was read: small ones in memory, others on disk. */
public final class Spool {

    /** The largest attachment that is kept in memory, in octets. */
    public static final int IN_MEMORY = 256 * 1024;

    private final @Nullable Path directory;

    /** @param directory where; {@code null} for the system's place for temporary files */
    public Spool(@Nullable Path directory) {
        this.directory = directory;
    }

    /**
     * The same attachments with copies of their content. If one cannot be read, nothing is kept of any.
     *
     * @throws UnreadableException if a source fails or is not of the size that it states
     * @throws StoreException if a temporary file cannot be written
     */
    public List<Attachment> keep(List<Attachment> attachments) throws UnreadableException {
        List<Attachment> kept = new ArrayList<>(attachments.size());
        boolean complete = false;
        try {
            for (Attachment given : attachments) {
                kept.add(new Attachment(
                        given.fileName(), given.contentType(), keep(given.content()), given.contentId()));
            }
            complete = true;
            return kept;
        } finally {
            if (!complete) {
                discard(kept);
            }
        }
    }

    private ContentSource keep(ContentSource source) throws UnreadableException {
        try (InputStream in = source.openChecked()) {
            byte[] head = in.readNBytes(IN_MEMORY + 1);
            return head.length <= IN_MEMORY ? ContentSource.of(head) : spool(head, in);
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The source is the application's: whatever it throws, the far side gets nothing of this message.
            throw new UnreadableException();
        }
    }

    private SpooledFile spool(byte[] head, InputStream rest) throws IOException {
        SpooledFile file = SpooledFile.create(directory);
        boolean complete = false;
        try {
            file.write(head, rest);
            complete = true;
            return file;
        } finally {
            if (!complete) {
                file.delete();
            }
        }
    }

    /** Deletes what is on disk of these. */
    public static void discard(List<Attachment> kept) {
        for (Attachment attachment : kept) {
            if (attachment.content() instanceof SpooledFile file) {
                file.delete();
            }
        }
    }

    /** An attachment cannot be read, or is not of the size that its source stated. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
