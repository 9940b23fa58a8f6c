package io.tidings.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Bytes that can be read again for each attempt, without being held in memory. Thread-safe: several readers may be open
 * at once.
 */
public interface ContentSource {

    /**
     * The number of octets that {@link #open()} gives. A size that turns out wrong aborts the send before hand-over.
     */
    long size();

    /** A new stream over all octets from the first. The caller closes it. */
    InputStream open() throws IOException;

    /**
     * A new stream that fails with {@link ContentSizeException} as soon as it is known that the source holds more or
     * fewer octets than {@link #size()} states. Adapters read through this one.
     */
    default InputStream openChecked() throws IOException {
        return new SizeCheckedInputStream(open(), size());
    }

    /** Bytes in memory; copied. */
    static ContentSource of(byte[] bytes) {
        return new BytesSource(bytes.clone());
    }

    /**
     * A file, read anew for each attempt. Its size is taken now.
     *
     * @throws IOException if it cannot be read
     */
    static ContentSource of(Path file) throws IOException {
        return FileSource.of(file);
    }
}
