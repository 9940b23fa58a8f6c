package io.tidings.templates.internal.analysis;

import freemarker.core.HTMLOutputFormat;
import io.tidings.error.TemplateException;
import io.tidings.templates.internal.Engine;
import io.tidings.templates.internal.TemplateFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks one template against its record, in one language: whether every value that its files read is there, and every
 * component of the record is read. Used by one thread.
 */
public final class RecordAnalysis {

    private final Engine engine;
    private final Findings findings;
    private final Set<String> unescaped;
    private final RecordShape record;
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * Starts with a type of notification.
     *
     * @param unescaped the files that may send values as they are
     */
    public RecordAnalysis(Engine engine, Class<? extends Record> type, Findings findings, Set<String> unescaped) {
        this.engine = engine;
        this.findings = findings;
        this.unescaped = Set.copyOf(unescaped);
        this.record = RecordShape.of(type);
        if (record.shape().fields().containsKey(Engine.BRAND)) {
            findings.add(type.getSimpleName(), "a component must not be named " + Engine.BRAND + "; rename it");
        }
        for (String component : new TreeSet<>(record.unclear())) {
            findings.add(
                    type.getSimpleName(),
                    "the type of the component " + component + " does not say what a template will see");
        }
    }

    /** Follows one part. */
    public void part(TemplateFile file, boolean html) {
        try {
            new PartAnalysis(this, file, html).run();
        } catch (UnreadableException e) {
            findings.add(e.span(), "this cannot be followed; write it in a simpler way");
        }
    }

    /** The components that no part has read, without those within one that is itself not read. */
    public Set<String> unused() {
        Set<String> unused = new TreeSet<>();
        for (String component : new TreeSet<>(record.components())) {
            boolean withinUnused = unused.stream()
                    .anyMatch(outer -> component.startsWith(outer + ".") || component.startsWith(outer + "["));
            if (!used.contains(component) && !withinUnused) {
                unused.add(component);
            }
        }
        return unused;
    }

    /** The components that some part has read. */
    Set<String> used() {
        return used;
    }

    Findings findings() {
        return findings;
    }

    Engine engine() {
        return engine;
    }

    boolean mayBeUnescaped(String file) {
        return unescaped.contains(file);
    }

    void used(Shape.Hash hash, String field) {
        hash.paths().forEach(path -> used.add(path.isEmpty() ? field : path + "." + field));
    }

    /** A component, or the brand. */
    Shape find(Expr.Name name) {
        if (name.name().equals(Engine.BRAND)) {
            Map<String, Shape> values = new LinkedHashMap<>();
            engine.brand().keySet().forEach(value -> values.put(value, Shapes.TEXT));
            return new Shape.Hash(Set.of(), Engine.BRAND, values, Shapes.TEXT);
        }
        if (record.shape().fields().containsKey(name.name())) {
            used(record.shape(), name.name());
            return record.shape().fields().getOrDefault(name.name(), Shapes.NOTHING);
        }
        findings.add(
                name.span(),
                record.shape().name() + " has no component " + name.name() + "; it has "
                        + String.join(", ", record.shape().fields().keySet()));
        return Shapes.UNRESOLVED;
    }

    Optional<TemplateFile> file(String name, TemplateFile from, Locale language) {
        return engine.file(name, from, language);
    }

    Optional<PartAnalysis.Loaded> read(TemplateFile file) {
        try {
            Source source = new Source(file.name(), engine.source(file.name()));
            Node.Block block = new TreeReader(source, file.template()).read();
            if (file.template().getOutputFormat() == HTMLOutputFormat.INSTANCE) {
                StaticHtml.check(source, block, findings);
            }
            return Optional.of(new PartAnalysis.Loaded(file, block));
        } catch (UnreadableException e) {
            findings.add(e.span(), "this cannot be followed; write it in a simpler way");
        } catch (TemplateException e) {
            findings.add(e.problem());
        }
        return Optional.empty();
    }
}
