package io.tidings.templates.verify;

import io.tidings.error.TemplateException;
import io.tidings.template.TemplateModel;
import io.tidings.templates.internal.Engine;
import io.tidings.templates.internal.TemplateFile;
import io.tidings.templates.internal.TemplateFiles;
import io.tidings.templates.internal.analysis.Findings;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Checks what samples become. */
final class RenderedChecks {

    private static final int MAX_SUBJECT = 150;
    /** Beyond that, Gmail clips a message. */
    private static final int MAX_HTML = 102 * 1024;

    private static final List<String> LINKS = List.of("https://", "mailto:", "tel:", "cid:");

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
        Map<String, Object> model = TemplateModel.of(sample);
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
        Document document = Jsoup.parse(html);
        for (Element image : document.select("img:not([alt])")) {
            problem(file, "an image has no alt text: <" + image.tagName() + ">");
        }
        for (String attribute : List.of("href", "src", "background", "action", "poster")) {
            for (Element element : document.select("[" + attribute + "]")) {
                checkLink(file, document, element, attribute);
            }
        }
    }

    private void checkLink(@Nullable TemplateFile file, Document document, Element element, String attribute) {
        String link = element.attr(attribute).strip();
        String lower = link.toLowerCase(Locale.ROOT);
        String where = " of <" + element.tagName() + ">";
        if (lower.startsWith("http:")) {
            problem(file, "the " + attribute + where + " begins with http: and must begin with https:");
        } else if (lower.startsWith("#")) {
            if (link.length() == 1 || document.getElementById(link.substring(1)) == null) {
                problem(file, "the " + attribute + where + " leads to no place in the message");
            }
        } else if (LINKS.stream().noneMatch(lower::startsWith)) {
            problem(
                    file,
                    "the " + attribute + where
                            + " is no absolute link; a reader of mail has no page that it could be relative to");
        }
    }

    private void problem(@Nullable TemplateFile file, String problem) {
        findings.add(file == null ? "" : file.name(), problem);
    }
}
