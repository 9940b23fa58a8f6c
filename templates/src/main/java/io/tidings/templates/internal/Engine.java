package io.tidings.templates.internal;

import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.TemplateException;
import io.tidings.template.TemplateId;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of templates and prints them. Thread-safe. */
public final class Engine {

    /** The key of the setting that names a directory of templates. */
    public static final String DIRECTORY = "tidings.templates.directory";

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
    private final Map<String, Object> brand;
    private final Map<String, Set<Locale>> locales = new ConcurrentHashMap<>();
    private final Map<Wanted, TemplateFiles> found = new ConcurrentHashMap<>();

    /** @throws ConfigurationException if there is no such directory */
    public Engine(Optional<Path> directory, Locale defaultLocale, boolean development, Map<String, String> brand) {
        this.loader = loader(directory);
        this.languages = new Languages(defaultLocale);
        this.development = development;
        this.brand = Brand.values(brand);
        this.freeMarker = Confined.configuration(loader, languages, development, this.brand);
    }

    private static TemplateLoader loader(Optional<Path> directory) {
        try {
            return Confined.loader(directory);
        } catch (IOException e) {
            throw new ConfigurationException(
                    List.of(new ConfigurationProblem(DIRECTORY, "must name a directory that exists")));
        }
    }

    /** What templates see as {@code brand}. */
    public Map<String, Object> brand() {
        return brand;
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
        return look(part.name(wanted.id()), wanted.locale());
    }

    private @Nullable TemplateFile look(String name, Locale locale) {
        try {
            Template template = freeMarker.getTemplate(name, locale, null, null, true, true);
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
        BoundedWriter output = new BoundedWriter(MAX_OUTPUT, file.expectedLength());
        Models models = new Models(zone);
        try {
            Environment environment = file.template().createProcessingEnvironment(models.hash(model), output, models);
            environment.setLocale(languages.formatLocale(reader, file.language()));
            environment.setTimeZone(TimeZone.getTimeZone(zone));
            environment.process();
            file.printed(output.length());
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
        return everyLanguage()
                .flatMap(locale -> languages.candidates(part.name(id), locale).stream())
                .distinct()
                .anyMatch(this::isFile);
    }

    /** The locales for which there is a variant of a file, of those that the JDK knows. */
    public Set<Locale> locales(String name) {
        return locales.computeIfAbsent(Part.withoutLanguage(name), this::look);
    }

    private Set<Locale> look(String name) {
        return everyLanguage()
                .filter(locale -> !locale.getLanguage().isEmpty())
                .map(languages::lookupLocale)
                .distinct()
                .filter(locale -> isVariant(name, locale))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isVariant(String name, Locale locale) {
        return isFile(languages.candidates(name, locale).get(0));
    }

    /** The file that an import in another one names, in the variant for a locale. */
    public Optional<TemplateFile> file(String name, TemplateFile from, Locale locale) {
        String base = from.template().getName();
        String full = name.startsWith("/") ? name.substring(1) : base.substring(0, base.lastIndexOf('/') + 1) + name;
        return Optional.ofNullable(look(full, languages.lookupLocale(locale)));
    }

    /** The text of a file. */
    public String source(String name) {
        try {
            Object source = loader.findTemplateSource(name);
            if (source == null) {
                throw new TemplateException(name, "the file is gone");
            }
            try (Reader reader = loader.getReader(source, "UTF-8")) {
                StringWriter text = new StringWriter();
                reader.transferTo(text);
                return text.toString();
            } finally {
                loader.closeTemplateSource(source);
            }
        } catch (IOException e) {
            throw Failures.of(name, e);
        }
    }

    /** The locale for readers whose language is unknown. */
    public Locale defaultLocale() {
        return languages.defaultLocale();
    }

    private static Stream<Locale> everyLanguage() {
        return Stream.of(Stream.of(Locale.ROOT), Stream.of(Locale.getAvailableLocales()), isoLanguages())
                .flatMap(locales -> locales);
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
