package io.tidings.templates.verify;

import io.tidings.error.InvalidArgumentException;
import io.tidings.error.TemplateException;
import io.tidings.template.TemplateModel;
import io.tidings.templates.internal.Engine;
import io.tidings.templates.internal.TemplateFile;
import io.tidings.templates.internal.TemplateFiles;
import io.tidings.templates.internal.analysis.Findings;
import io.tidings.templates.internal.markup.Markup;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what samples become. */
final class RenderedChecks {

    private static final int MAX_SUBJECT = 150;
    /** Beyond that, Gmail clips a message. */
    private static final int MAX_HTML = 102 * 1024;

    private final Engine engine;
    private final TemplateFiles files;
    private final Locale locale;
    private final Findings findings;

    RenderedChecks(Engine engine, TemplateFiles files, Locale locale, Findings findings) {
        this.engine = engine;
        this.files = files;
        this.locale = locale;
        this.findings = findings;
    }

    void check(Record sample) {
        Map<String, Object> model;
        try {
            model = TemplateModel.of(sample);
        } catch (InvalidArgumentException e) {
            // Its message names a component, never a value.
            findings.add(sample.getClass().getSimpleName(), String.valueOf(e.getMessage()));
            return;
        }
        String subject = print(files.subject(), model);
        if (subject != null) {
            checkSubject(files.subject(), subject.strip());
        }
        String html = print(files.html(), model);
        if (html != null) {
            checkHtml(files.html(), html);
        }
        String text = print(files.text(), model);
        if (text != null) {
            checkText(files.text(), text);
        }
    }

    private @Nullable String print(@Nullable TemplateFile file, Map<String, Object> model) {
        try {
            return file == null ? null : engine.print(file, model, locale, ZoneOffset.UTC);
        } catch (TemplateException e) {
            findings.add(e.problem());
            return null;
        }
    }

    private void checkSubject(@Nullable TemplateFile file, String subject) {
        if (subject.isEmpty()) {
            problem(file, "the subject is empty with a sample");
        }
        if (subject.lines().count() > 1) {
            problem(file, "the subject has a line break; put it on one line");
        }
        if (subject.codePointCount(0, subject.length()) > MAX_SUBJECT) {
            problem(file, "the subject has more than " + MAX_SUBJECT + " characters with a sample; make it shorter");
        }
    }

    private void checkText(@Nullable TemplateFile file, String text) {
        if (text.isBlank()) {
            problem(file, "the text is empty with a sample");
        }
        if (text.contains("http://")) {
            problem(file, "a link begins with http: and must begin with https:");
        }
    }

    private void checkHtml(@Nullable TemplateFile file, String html) {
        if (html.getBytes(StandardCharsets.UTF_8).length > MAX_HTML) {
            problem(file, "the HTML is larger than 102 KB with a sample, and Gmail would clip it");
        }
        Markup.ofMessage(html).forEach(found -> problem(file, found.text()));
    }

    private void problem(@Nullable TemplateFile file, String problem) {
        findings.add(file == null ? "" : file.name(), problem);
    }
}
