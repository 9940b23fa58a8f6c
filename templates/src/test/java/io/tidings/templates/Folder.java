package io.tidings.templates;

import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A directory of templates, one of them named {@code note}. */
final class Folder {

    static final TemplateId NOTE = new TemplateId("note");

    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Folder with(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A note with a subject and this text. */
    static Folder note(Path root, String text) {
        return new Folder(root).with("note/subject.ftl", "A note").with("note/text.ftl", text);
    }

    FreeMarkerTemplatePort port() {
        return port(Locale.ENGLISH, false);
    }

    FreeMarkerTemplatePort port(Locale defaultLocale, boolean development) {
        return new FreeMarkerTemplatePort(
                new FreeMarkerConfig(Optional.of(root), defaultLocale, development, Map.of()));
    }

    RenderedTemplate render(Map<String, Object> model, Locale locale) {
        return port().render(NOTE, model, locale, ZoneOffset.UTC);
    }

    String text(Map<String, Object> model, Locale locale) {
        return render(model, locale).text().orElseThrow();
    }

    String text(Map<String, Object> model) {
        return text(model, Locale.ENGLISH);
    }
}
