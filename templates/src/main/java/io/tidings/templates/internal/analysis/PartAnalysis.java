package io.tidings.templates.internal.analysis;

import io.tidings.error.TemplateException;
import io.tidings.templates.internal.TemplateFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows one part of a template in one language. */
final class PartAnalysis {

    private final RecordAnalysis record;
    private final TemplateFile part;
    private final boolean html;
    private final Map<String, Namespace> libraries = new HashMap<>();
    private final List<Namespace> namespaces = new ArrayList<>();

    PartAnalysis(RecordAnalysis record, TemplateFile part, boolean html) {
        this.record = record;
        this.part = part;
        this.html = html;
    }

    /** A file that was read. */
    record Loaded(TemplateFile file, Node.Block block) {}

    void run() {
        Namespace main = new Namespace(part);
        namespaces.add(main);
        Walk walk = new Walk(this, main);
        record.read(part).ifPresent(file -> {
            Walk.define(file.block(), main);
            walk.walk(file.block());
        });
    }

    /** The variables of all files that were met so far. */
    List<Namespace> namespaces() {
        return namespaces;
    }

    boolean isHtml() {
        return html;
    }

    void problem(Span span, String problem) {
        record.findings().add(span, problem);
    }

    void used(Shape.Hash hash, String field) {
        record.used(hash, field);
    }

    Shape find(Expr.Name name) {
        return record.find(name);
    }

    void unescaped(Span span, String how) {
        if (html && !record.mayBeUnescaped(span.source().name())) {
            problem(span, "HTML must be escaped; " + how + " sends it as it is");
        }
    }

    /** Checks that a value is escaped for HTML in an HTML part, and in no other. */
    void printed(Node.Output output) {
        if (html && !output.escaped()) {
            unescaped(output.span(), "a file that is not .ftlh");
        } else if (!html && output.escaped()) {
            problem(output.span(), "a .ftlh file escapes values for HTML; this part is plain text");
        }
    }

    /** The file that an import or include names. */
    Optional<Loaded> load(Expr path, Span span, TemplateFile from) {
        String name = path instanceof Expr.Text text ? text.constant() : null;
        if (name == null) {
            problem(span, "which file this is cannot be told; name it");
            return Optional.empty();
        }
        try {
            Optional<TemplateFile> file = record.file(name, from, part.language());
            if (file.isPresent()) {
                checkLanguage(file.get(), span);
                return record.read(file.get());
            }
            problem(span, "there is no such file under the templates' roots");
        } catch (TemplateException e) {
            if (e.problem().line() > 0) {
                record.findings().add(e.problem());
            } else {
                problem(span, e.problem().problem());
            }
        }
        return Optional.empty();
    }

    private void checkLanguage(TemplateFile file, Span span) {
        String language = part.language().getLanguage();
        boolean localized = !record.engine().locales(file.name()).isEmpty();
        if (localized && !file.language().getLanguage().equals(language)) {
            problem(
                    span,
                    "this is in the language " + file.language().getLanguage() + " while " + part.name() + " is in "
                            + language + "; add the file for that language");
        }
    }

    /** A library is run once for each part. */
    Namespace library(Loaded file, Walk walk) {
        Namespace known = libraries.get(file.file().name());
        if (known != null) {
            return known;
        }
        Namespace namespace = new Namespace(file.file());
        libraries.put(file.file().name(), namespace);
        namespaces.add(namespace);
        walk.walkLibrary(file, namespace);
        return namespace;
    }
}
