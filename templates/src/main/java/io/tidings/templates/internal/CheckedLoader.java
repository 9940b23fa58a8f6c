package io.tidings.templates.internal;

import freemarker.cache.StatefulTemplateLoader;
import freemarker.cache.TemplateLoader;
import io.tidings.templates.internal.Failures.InvalidSourceException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of a bounded size, and refuses those that would run a value as if it were a template. FreeMarker has no
 * switch for that, so the source is searched.
 */
final class CheckedLoader implements StatefulTemplateLoader {

    private static final int MAX_SIZE = 1_000_000;
    private static final Pattern RUNS_VALUES =
            Pattern.compile("\\?(?:\\s|[<\\[][#!]--.*?--[>\\]])*(?:eval|interpret)\\b", Pattern.DOTALL);

    private final TemplateLoader files;

    CheckedLoader(TemplateLoader files) {
        this.files = files;
    }

    @Override
    public @Nullable Object findTemplateSource(String name) throws IOException {
        return files.findTemplateSource(name);
    }

    @Override
    public long getLastModified(Object source) {
        return files.getLastModified(source);
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
        try (Reader reader = files.getReader(source, encoding)) {
            BoundedWriter text = new BoundedWriter(MAX_SIZE, 4096);
            reader.transferTo(text);
            if (RUNS_VALUES.matcher(text.toString()).find()) {
                throw new InvalidSourceException(
                        "a template must not run values as templates: no ?eval, no ?interpret");
            }
            return new StringReader(text.toString());
        } catch (BoundedWriter.FullException e) {
            throw new InvalidSourceException("the file is larger than " + MAX_SIZE + " characters");
        } catch (CharacterCodingException e) {
            throw new InvalidSourceException("the file is not UTF-8 text");
        }
    }

    @Override
    public void closeTemplateSource(Object source) throws IOException {
        files.closeTemplateSource(source);
    }

    @Override
    public void resetState() {
        if (files instanceof StatefulTemplateLoader stateful) {
            stateful.resetState();
        }
    }
}
