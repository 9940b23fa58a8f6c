package io.tidings.template;

import io.tidings.error.InvalidArgumentException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a template.
 *
 * @param value at most 100 lower-case letters and digits, in words joined by hyphens; such as {@code data-submitted}
 */
public record TemplateId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /**
     * Between a small letter or digit and a capital; and before the last capital of several, if a small letter follows.
     */
    private static final Pattern WORD_BREAK = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    public TemplateId {
        if (value.length() > 100 || !SYNTAX.matcher(value).matches()) {
            throw new InvalidArgumentException(
                    "template", "must be at most 100 lower-case letters and digits, in words joined by hyphens");
        }
    }

    /** The template of a type, by its simple name: {@code DataSubmitted} has {@code data-submitted}. */
    public static TemplateId of(Class<?> type) {
        return new TemplateId(
                WORD_BREAK.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
