package io.tidings.templates.internal;

import freemarker.template.Template;
import java.util.Locale;

/** One parsed file. Thread-safe. */
public final class TemplateFile {

    private final Template template;
    private final Locale language;
    /** Racy on purpose: a guess at the next one's size. */
    private volatile int lastLength = 1024;

    TemplateFile(Template template, Locale language) {
        this.template = template;
        this.language = language;
    }

    /** Such as {@code data-submitted/html_es.ftlh}. */
    public String name() {
        return template.getSourceName();
    }

    /** The file, parsed. */
    public Template template() {
        return template;
    }

    /** The language in its name, or the default one. */
    public Locale language() {
        return language;
    }

    /** About how many characters the next message will have: somewhat more than the last one. */
    int expectedLength() {
        return lastLength + lastLength / 8;
    }

    void printed(int length) {
        lastLength = length;
    }
}
