package io.tidings.templates.internal;

import freemarker.template.Template;
import java.util.Locale;

/**
 * One parsed file.
 *
 * @param template the file, parsed
 * @param language the language in its name, or the default one
 */
public record TemplateFile(Template template, Locale language) {

    /** Such as {@code data-submitted/html_es.ftlh}. */
    public String name() {
        return template.getSourceName();
    }
}
