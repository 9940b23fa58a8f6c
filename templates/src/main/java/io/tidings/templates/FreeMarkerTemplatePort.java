package io.tidings.templates;

import io.tidings.error.ConfigurationException;
import io.tidings.error.TemplateException;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplatePort;
import io.tidings.templates.internal.Engine;
import io.tidings.templates.internal.Part;
import io.tidings.templates.internal.TemplateFile;
import io.tidings.templates.internal.TemplateFiles;
import io.tidings.templates.internal.text.DerivedText;
import io.tidings.templates.internal.text.LineWrap;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Renders templates with FreeMarker. Thread-safe; costly to make and cheap to use, so an application has one.
 *
 * <p><b>Files.</b> A template is a folder named by its id, under {@code tidings/templates/} on the class path (of the
 * thread that makes this, then of this library) or under a directory of your own, where each file replaces the one of
 * the same name: {@code subject.ftl} and {@code text.ftl} are plain text, {@code html.ftlh} is HTML, in which values
 * are escaped. The subject and one of the other two must be there. UTF-8, at most 1,000,000 characters each.
 *
 * <p><b>Text.</b> Lines of more than 78 columns are broken at blanks, so that a paragraph of a text part can be one
 * line of its file. What follows is indented as the line was, or stands under the text of its bullet. Links stay whole.
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

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    private final Engine engine;

    /** @throws ConfigurationException if the directory is gone */
    @Inject
    public FreeMarkerTemplatePort(FreeMarkerConfig config) {
        this.engine = new Engine(config.directory(), config.defaultLocale(), config.development(), config.brand());
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
        TemplateFiles files = engine.find(id, locale);
        if (files.subject() == null) {
            throw missing(id, locale, "it has no subject", Part.SUBJECT);
        }
        if (files.html() == null && files.text() == null) {
            throw missing(id, locale, "it has no body", Part.HTML, Part.TEXT);
        }
        String subject = oneLine(files.subject(), engine.print(files.subject(), model, locale, zone));
        String html = files.html() == null ? null : engine.print(files.html(), model, locale, zone);
        String text = files.text() == null
                ? DerivedText.of(String.valueOf(html), subject)
                : LineWrap.wrap(engine.print(files.text(), model, locale, zone));
        return new RenderedTemplate(subject, Optional.ofNullable(html), Optional.of(text));
    }

    @Override
    public boolean has(TemplateId id) {
        return engine.exists(id, Part.SUBJECT) && (engine.exists(id, Part.HTML) || engine.exists(id, Part.TEXT));
    }

    private static String oneLine(TemplateFile file, String rendered) {
        String subject = BREAKS.matcher(rendered).replaceAll(" ").strip();
        if (subject.isEmpty()) {
            throw new TemplateException(file.name(), "the subject is empty");
        }
        return subject;
    }

    private TemplateException missing(TemplateId id, Locale locale, String problem, Part... parts) {
        Stream<String> names = Stream.of(parts).flatMap(part -> engine.candidates(id, part, locale).stream());
        return new TemplateException(
                id.value(),
                problem + "; looked in " + FreeMarkerConfig.DIRECTORY + " and under " + Engine.ROOT
                        + "/ on the class path for " + String.join(", ", names.toList()));
    }
}
