package io.tidings.templates.internal;

import freemarker.cache.TemplateLoader;
import io.tidings.templates.internal.Failures.RefusedNameException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Reads files under one directory. A link is followed only if what it names is under that directory, too. */
final class DirectoryLoader implements TemplateLoader {

    private final Path root;

    DirectoryLoader(Path directory) throws IOException {
        this.root = directory.toRealPath();
    }

    @Override
    public @Nullable Object findTemplateSource(String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Path real = file.toRealPath();
        if (!real.startsWith(root)) {
            throw new RefusedNameException();
        }
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return new Source(real, attributes.lastModifiedTime().toMillis(), attributes.size());
    }

    @Override
    public long getLastModified(Object source) {
        return ((Source) source).lastModified();
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
        return Files.newBufferedReader(((Source) source).file(), Charset.forName(encoding));
    }

    @Override
    public void closeTemplateSource(Object source) {
        // Nothing is open before getReader, and its caller closes what that opened.
    }

    /** A file at one state: one of another size is another source, even if it was written within the same instant. */
    private record Source(Path file, long lastModified, long size) {}
}
