package io.tidings.templates.verify;

import io.tidings.error.InvalidArgumentException;
import io.tidings.error.InvalidTemplatesException;
import io.tidings.error.TemplateException;
import io.tidings.error.TemplateProblem;
import io.tidings.template.TemplateId;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.internal.Engine;
import io.tidings.templates.internal.Part;
import io.tidings.templates.internal.TemplateFile;
import io.tidings.templates.internal.TemplateFiles;
import io.tidings.templates.internal.analysis.Findings;
import io.tidings.templates.internal.analysis.RecordAnalysis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that templates fit their records, so that what would fail in production fails in a test:
 *
 * <pre>{@code
 * TemplateVerifier.of(FreeMarkerConfig.defaults())
 *         .types(AccessRequestApproved.class, DataSubmitted.class)
 *         .verify();
 * }</pre>
 *
 * <p><b>Read, without rendering</b>: every directive of every part, in every branch, and every macro with the arguments
 * of each call. A problem is a value that the record lacks or may lack, a component that no part reads, a value that is
 * not escaped in HTML, an expression whose value cannot be told, a range without an end, {@code .data_model} and other
 * ways around the record.
 *
 * <p><b>Rendered, with samples</b>: those that were given, or else records made up by their types. A problem is a part
 * that fails, a subject of more than one line or 150 characters, a link that is not {@code https:}, {@code mailto:} or
 * {@code tel:}, an image without {@code alt}, and HTML of more than 102 KB, which Gmail clips. Links and images are
 * checked in the files as well, so that no branch is left out.
 *
 * <p><b>Languages</b>: each one that any part of the template has, the default one, and those that were asked for. A
 * problem is a part that is missing, or in another language than the others.
 *
 * <p>A builder: not thread-safe.
 */
public final class TemplateVerifier {

    private final Engine engine;
    private final Map<TemplateId, Class<? extends Record>> types = new LinkedHashMap<>();
    private final Map<Class<? extends Record>, List<Record>> samples = new LinkedHashMap<>();
    private final Set<Locale> locales = new LinkedHashSet<>();
    private final Set<String> unused = new HashSet<>();
    private final Set<String> unescaped = new HashSet<>();
    private final Set<Class<?>> withoutText = new HashSet<>();

    private TemplateVerifier(Engine engine) {
        this.engine = engine;
    }

    /**
     * With templates that are found as that configuration says, and its brand.
     *
     * @throws io.tidings.error.ConfigurationException if its directory is gone
     */
    public static TemplateVerifier of(FreeMarkerConfig config) {
        return new TemplateVerifier(
                new Engine(config.directory(), config.defaultLocale(), config.development(), config.brand()));
    }

    /** Adds notifications whose template is named after their type. */
    @SafeVarargs
    public final TemplateVerifier types(Class<? extends Record>... more) {
        for (Class<? extends Record> type : more) {
            type(TemplateId.of(type), type);
        }
        return this;
    }

    /** Adds a notification whose template has a name of its own. */
    public TemplateVerifier type(TemplateId template, Class<? extends Record> type) {
        types.put(template, Objects.requireNonNull(type, "type"));
        return this;
    }

    /** Adds records to render with, instead of those that would be made up. Their types need not be added. */
    public TemplateVerifier samples(Record... more) {
        for (Record sample : more) {
            samples.computeIfAbsent(sample.getClass(), type -> new ArrayList<>())
                    .add(sample);
        }
        return this;
    }

    /** Adds locales to check besides those for which there are files. */
    public TemplateVerifier locales(Locale... more) {
        locales.addAll(List.of(more));
        return this;
    }

    /** Allows that no part reads these components, such as {@code sections[].name}. */
    public TemplateVerifier allowUnused(Class<? extends Record> type, String... components) {
        for (String component : components) {
            unused.add(type.getName() + "#" + component);
        }
        return this;
    }

    /** Allows {@code ?no_esc} and its like in these files, such as {@code note/html.ftlh}. */
    public TemplateVerifier allowUnescaped(String... files) {
        unescaped.addAll(List.of(files));
        return this;
    }

    /** Allows that there is no text part, so that it is derived from the HTML. */
    @SafeVarargs
    public final TemplateVerifier allowDerivedText(Class<? extends Record>... more) {
        for (Class<? extends Record> type : more) {
            withoutText.add(type);
        }
        return this;
    }

    /** Every problem, in the order of files and lines; empty if all is well. */
    public List<TemplateProblem> problems() {
        Map<TemplateId, Class<? extends Record>> all = new LinkedHashMap<>(types);
        samples.keySet().stream()
                .filter(type -> !types.containsValue(type))
                .forEach(type -> all.put(TemplateId.of(type), type));
        if (all.isEmpty()) {
            throw new InvalidArgumentException("types", "must name at least one notification to verify");
        }
        Findings findings = new Findings();
        all.forEach((template, type) -> check(template, type, findings));
        return findings.sorted();
    }

    /**
     * Does nothing if all is well.
     *
     * @throws InvalidTemplatesException with every problem
     */
    public void verify() {
        List<TemplateProblem> problems = problems();
        if (!problems.isEmpty()) {
            throw new InvalidTemplatesException(problems);
        }
    }

    private void check(TemplateId template, Class<? extends Record> type, Findings findings) {
        List<Record> given = samples.getOrDefault(type, List.of());
        List<Record> records = given.isEmpty() ? SampleRecords.of(type) : given;
        if (records.isEmpty()) {
            findings.add(template.value(), "no " + type.getSimpleName() + " could be made up; give one with samples()");
        }
        for (Locale locale : localesOf(template)) {
            try {
                TemplateFiles files = engine.find(template, locale);
                checkParts(template, type, locale, files, findings);
                checkComponents(template, type, files, findings);
                RenderedChecks rendered = new RenderedChecks(engine, files, locale, findings);
                records.forEach(rendered::check);
            } catch (TemplateException e) {
                findings.add(e.problem());
            }
        }
    }

    private Set<Locale> localesOf(TemplateId template) {
        Set<Locale> all = new LinkedHashSet<>();
        all.add(engine.defaultLocale());
        Stream.of(Part.values()).forEach(part -> all.addAll(engine.locales(part.name(template))));
        all.addAll(locales);
        return all;
    }

    private void checkParts(TemplateId template, Class<?> type, Locale locale, TemplateFiles files, Findings findings) {
        if (files.subject() == null) {
            findings.add(template.value(), "there is no subject for the locale " + locale.toLanguageTag());
        }
        if (files.html() == null && files.text() == null) {
            findings.add(template.value(), "there is no body for the locale " + locale.toLanguageTag());
        } else if (files.text() == null && !withoutText.contains(type)) {
            findings.add(
                    template.value(),
                    "there is no text part for the locale " + locale.toLanguageTag()
                            + "; write one, or allow that it is derived from the HTML");
        }
        TemplateFile first = files.subject() != null ? files.subject() : files.html();
        for (TemplateFile file : parts(files)) {
            if (first != null
                    && !file.language().getLanguage().equals(first.language().getLanguage())) {
                findings.add(
                        file.name(),
                        "for the locale " + locale.toLanguageTag() + " this part is in the language "
                                + file.language().getLanguage() + " while " + first.name() + " is in "
                                + first.language().getLanguage());
            }
        }
    }

    private static List<TemplateFile> parts(TemplateFiles files) {
        return Stream.of(files.subject(), files.html(), files.text())
                .filter(Objects::nonNull)
                .toList();
    }

    private void checkComponents(
            TemplateId template, Class<? extends Record> type, TemplateFiles files, Findings findings) {
        RecordAnalysis analysis = new RecordAnalysis(engine, type, findings, unescaped);
        for (TemplateFile file : parts(files)) {
            analysis.part(file, file.equals(files.html()));
        }
        for (String component : analysis.unused()) {
            if (!unused.contains(type.getName() + "#" + component)) {
                String names = String.join(
                        ", ", parts(files).stream().map(TemplateFile::name).toList());
                findings.add(
                        template.value(),
                        "no part reads the component " + component + " of " + type.getSimpleName() + ": " + names);
            }
        }
    }
}
