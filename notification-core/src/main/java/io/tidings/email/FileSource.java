package io.tidings.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read anew for each attempt. */
final class FileSource implements ContentSource {

    private final Path file;
    private final long size;

    private FileSource(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    static FileSource of(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new AccessDeniedException(file.toString(), null, "not a readable file");
        }
        return new FileSource(file, Files.size(file));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
