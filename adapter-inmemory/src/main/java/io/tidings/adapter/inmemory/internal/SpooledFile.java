package io.tidings.adapter.inmemory.internal;

import io.tidings.email.ContentSource;
import io.tidings.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An attachment that is too big for memory, in a temporary file of its own that only this user can read. */
final class SpooledFile implements ContentSource {

    private final Path file;
    private volatile long size;

    private SpooledFile(Path file) {
        this.file = file;
    }

    /** @param directory where; {@code null} for the system's place for temporary files */
    static SpooledFile create(@Nullable Path directory) {
        try {
            return new SpooledFile(
                    directory == null
                            ? Files.createTempFile("tidings-", ".attachment")
                            : Files.createTempFile(directory, "tidings-", ".attachment"));
        } catch (IOException e) {
            throw cannotKeep();
        }
    }

    /**
     * Writes what was read already, then the rest.
     *
     * @throws IOException if the rest cannot be read
     * @throws StoreException if the file cannot be written
     */
    void write(byte[] head, InputStream rest) throws IOException {
        try (OutputStream out = new StoringStream(Files.newOutputStream(file))) {
            out.write(head);
            size = head.length + rest.transferTo(out);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreException("A temporary file with an attachment cannot be deleted. Is it still being read?");
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    private static StoreException cannotKeep() {
        return new StoreException("A temporary file for an attachment cannot be written. Is the disk full?");
    }

    /** Tells failures of our own file from those of the source. */
    private static final class StoringStream extends OutputStream {

        private final OutputStream out;

        StoringStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            try {
                out.write(octets, offset, length);
            } catch (IOException e) {
                throw cannotKeep();
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw cannotKeep();
            }
        }
    }
}
