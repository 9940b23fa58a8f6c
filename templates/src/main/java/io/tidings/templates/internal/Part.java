package io.tidings.templates.internal;

import io.tidings.template.TemplateId;
import java.util.Locale;

/** One file of a template. */
public enum Part {
    SUBJECT("subject", ".ftl"),
    HTML("html", ".ftlh"),
    TEXT("text", ".ftl");

    private final String base;
    private final String extension;

    Part(String base, String extension) {
        this.base = base;
        this.extension = extension;
    }

    /** The name without a language, such as {@code data-submitted/html.ftlh}. */
    public String name(TemplateId id) {
        return id.value() + "/" + base + extension;
    }

    /** The language in a file's name, or {@link Locale#ROOT} if it has none. */
    static Locale languageOf(String fileName) {
        int underscore = fileName.indexOf('_', fileName.lastIndexOf('/') + 1);
        return underscore < 0
                ? Locale.ROOT
                : Locale.forLanguageTag(fileName.substring(underscore + 1, fileName.lastIndexOf('.'))
                        .replace('_', '-'));
    }

    /** The name of a file without its language. */
    static String withoutLanguage(String fileName) {
        int underscore = fileName.indexOf('_', fileName.lastIndexOf('/') + 1);
        return underscore < 0
                ? fileName
                : fileName.substring(0, underscore) + fileName.substring(fileName.lastIndexOf('.'));
    }
}
