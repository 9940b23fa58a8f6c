package io.tidings.templates.internal;

import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import io.tidings.error.TemplateException;
import io.tidings.template.TemplateId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of templates and prints them. Thread-safe. */
public final class Engine {

    /** Where templates are on the class path. */
    public static final String ROOT = "tidings/templates";

    /** The name under which templates see the {@link Brand}. */
    public static final String BRAND = "brand";

    /** How many characters a part may have. */
    public static final int MAX_OUTPUT = 2_000_000;

    private static final int MAX_FOUND = 5_000;

    private final TemplateLoader loader;
    private final Languages languages;
    private final boolean development;
    private final Configuration freeMarker;
    private final Map<Wanted, TemplateFiles> found = new ConcurrentHashMap<>();

    /** @throws IOException if there is no such directory */
    public Engine(Optional<Path> directory, Locale defaultLocale, boolean development, Map<String, String> brand)
            throws IOException {
        this.loader = Confined.loader(directory);
        this.languages = new Languages(defaultLocale);
        this.development = development;
        this.freeMarker = Confined.configuration(loader, languages, development, brand);
    }

    /** The files for a locale. What was found is kept, except in development. */
    public TemplateFiles find(TemplateId id, Locale locale) {
        Wanted wanted = new Wanted(id, languages.lookupLocale(locale));
        TemplateFiles files = found.get(wanted);
        if (files == null) {
            files = look(wanted);
            if (!development && found.size() < MAX_FOUND) {
                found.put(wanted, files);
            }
        }
        return files;
    }

    private TemplateFiles look(Wanted wanted) {
        return new TemplateFiles(look(Part.SUBJECT, wanted), look(Part.HTML, wanted), look(Part.TEXT, wanted));
    }

    private @Nullable TemplateFile look(Part part, Wanted wanted) {
        String name = part.name(wanted.id());
        try {
            Template template = freeMarker.getTemplate(name, wanted.locale(), null, null, true, true);
            return template == null ? null : new TemplateFile(template, languages.languageOf(template.getSourceName()));
        } catch (IOException e) {
            throw Failures.of(name, e);
        }
    }

    /**
     * What a file says of a model.
     *
     * @throws TemplateException if the file does not fit the model
     */
    public String print(TemplateFile file, Map<String, Object> model, Locale reader, ZoneId zone) {
        BoundedWriter output = new BoundedWriter(MAX_OUTPUT);
        Models models = new Models(zone);
        try {
            Environment environment = file.template().createProcessingEnvironment(models.hash(model), output, models);
            environment.setLocale(languages.formatLocale(reader, file.language()));
            environment.setTimeZone(TimeZone.getTimeZone(zone));
            environment.process();
            return output.toString();
        } catch (freemarker.template.TemplateException e) {
            throw Failures.of(file.name(), e);
        } catch (IOException e) {
            throw Failures.of(file.name(), e);
        } catch (StackOverflowError e) {
            throw new TemplateException(file.name(), "its macros, functions or includes call each other too deeply");
        }
    }

    /** Whether there is such a file, in any language. */
    public boolean exists(TemplateId id, Part part) {
        return Stream.of(Stream.of(Locale.ROOT), Stream.of(Locale.getAvailableLocales()), isoLanguages())
                .flatMap(locales -> locales)
                .flatMap(locale -> languages.candidates(part.name(id), locale).stream())
                .distinct()
                .anyMatch(this::isFile);
    }

    private static Stream<Locale> isoLanguages() {
        return Stream.of(Locale.getISOLanguages()).map(Locale::new);
    }

    private boolean isFile(String name) {
        try {
            Object source = loader.findTemplateSource(name);
            if (source == null) {
                return false;
            }
            loader.closeTemplateSource(source);
            return true;
        } catch (IOException e) {
            throw Failures.of(name, e);
        }
    }

    /** Every name under which a part may stand, best first. */
    public List<String> candidates(TemplateId id, Part part, Locale locale) {
        return languages.candidates(part.name(id), languages.lookupLocale(locale));
    }

    private record Wanted(TemplateId id, Locale locale) {}
}
