package io.tidings.templates;

import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import io.tidings.error.ConfigurationException;
import io.tidings.error.TemplateException;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplatePort;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders templates with FreeMarker. Thread-safe; costly to make and cheap to use, so an application has one.
 *
 * <p><b>Files.</b> A template is a folder named by its id, under {@code tidings/templates/} on the class path (of the
 * thread that makes this, then of this library) or under a directory of your own, where each file replaces the one of
 * the same name: {@code subject.ftl} and {@code text.ftl} are plain text, {@code html.ftlh} is HTML, in which values
 * are escaped. The subject and one of the other two must be there. UTF-8, at most 1,000,000 characters each.
 *
 * <p><b>Languages.</b> {@code html_es_MX.ftlh} is for readers in Mexico, {@code html_es.ftlh} for others who read
 * Spanish; who has neither gets the default language's file, then the one without a language, which counts as the
 * default language. Each part is found on its own, and so is what it includes. Dates and numbers are written as the
 * reader's locale has it, but in the language of the file if that is another.
 *
 * <p><b>Values.</b> Templates see the model, and the brand of the configuration as {@code brand}; a model with that
 * name in it is refused. {@code java.time} values are text: dates in the long form, times of day in the short one,
 * moments (instants and date-times with an offset or zone) in the reader's zone, with its name. Durations and periods
 * are written as ISO 8601 has them. Behind a dot, where it makes sense: {@code date time zone iso monthName weekday}
 * are text, {@code year month day hour minute} numbers; durations have {@code days hours minutes seconds} and periods
 * {@code years months days}. Numbers are written for people; for a year or an id, use {@code ?c}.
 *
 * <p><b>Bounds.</b> Templates cannot reach Java, nor files outside their roots, nor run a value as a template. A part
 * has at most 2,000,000 characters. A loop that writes nothing is not bounded: templates are part of the program.
 */
public final class FreeMarkerTemplatePort implements TemplatePort {

    static final int MAX_OUTPUT = 2_000_000;

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    private final TemplateLoader loader;
    private final Languages languages;
    private final Configuration freeMarker;

    /** @throws ConfigurationException if the directory is gone */
    @Inject
    public FreeMarkerTemplatePort(FreeMarkerConfig config) {
        this.loader = Engine.loader(config);
        this.languages = new Languages(config.defaultLocale());
        this.freeMarker = Engine.configuration(config, loader, languages);
    }

    /** With the shipped templates, English as the default language, and a neutral brand. */
    public static FreeMarkerTemplatePort create() {
        return new FreeMarkerTemplatePort(FreeMarkerConfig.defaults());
    }

    @Override
    public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        if (model.containsKey(Engine.BRAND)) {
            throw new TemplateException(
                    id.value(), "the model must not have a component named " + Engine.BRAND + ": rename it");
        }
        Template subject = find(id, Part.SUBJECT, locale);
        Template html = find(id, Part.HTML, locale);
        Template text = find(id, Part.TEXT, locale);
        if (subject == null) {
            throw missing(id, locale, "it has no subject", Part.SUBJECT);
        }
        if (html == null && text == null) {
            throw missing(id, locale, "it has no body", Part.HTML, Part.TEXT);
        }
        Models models = new Models(zone);
        return new RenderedTemplate(
                oneLine(subject, print(subject, model, models, locale, zone)),
                Optional.ofNullable(html).map(part -> print(part, model, models, locale, zone)),
                Optional.ofNullable(text).map(part -> print(part, model, models, locale, zone)));
    }

    @Override
    public boolean has(TemplateId id) {
        return exists(id, Part.SUBJECT) && (exists(id, Part.HTML) || exists(id, Part.TEXT));
    }

    private @Nullable Template find(TemplateId id, Part part, Locale locale) {
        String name = part.name(id);
        try {
            return freeMarker.getTemplate(name, languages.lookupLocale(locale), null, true, true);
        } catch (IOException e) {
            throw Failures.of(name, e);
        }
    }

    private String print(Template part, Map<String, Object> model, Models models, Locale reader, ZoneId zone) {
        String file = part.getSourceName();
        BoundedWriter output = new BoundedWriter(MAX_OUTPUT);
        try {
            Environment environment = part.createProcessingEnvironment(models.hash(model), output, models);
            environment.setLocale(languages.formatLocale(reader, file));
            environment.setTimeZone(TimeZone.getTimeZone(zone));
            environment.process();
            return output.toString();
        } catch (freemarker.template.TemplateException e) {
            throw Failures.of(file, e);
        } catch (IOException e) {
            throw Failures.of(file, e);
        } catch (StackOverflowError e) {
            throw new TemplateException(file, "its macros, functions or includes call each other too deeply");
        }
    }

    private static String oneLine(Template part, String rendered) {
        String subject = BREAKS.matcher(rendered).replaceAll(" ").strip();
        if (subject.isEmpty()) {
            throw new TemplateException(part.getSourceName(), "the subject is empty");
        }
        return subject;
    }

    /** In any language: first those that need no search, then one after the other. */
    private boolean exists(TemplateId id, Part part) {
        return Stream.concat(
                        Stream.of(Locale.ROOT),
                        Stream.of(Locale.getISOLanguages()).map(Locale::new))
                .flatMap(locale -> languages.candidates(part.name(id), locale).stream())
                .distinct()
                .anyMatch(this::isFile);
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

    private TemplateException missing(TemplateId id, Locale locale, String problem, Part... parts) {
        Stream<String> names = Stream.of(parts)
                .flatMap(part -> languages.candidates(part.name(id), languages.lookupLocale(locale)).stream());
        return new TemplateException(
                id.value(),
                problem + "; looked in " + FreeMarkerConfig.DIRECTORY + " and under " + Engine.ROOT
                        + "/ on the class path for " + String.join(", ", names.toList()));
    }
}
