package io.tidings.template;

import io.tidings.error.InvalidArgumentException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a template became for one model, locale and zone.
 *
 * @param subject one line
 * @param html the HTML body
 * @param text the plain-text body; at least one of the two is there
 */
public record RenderedTemplate(String subject, Optional<String> html, Optional<String> text) {

    public RenderedTemplate {
        Objects.requireNonNull(subject, "subject");
        if (html.isEmpty() && text.isEmpty()) {
            throw new InvalidArgumentException("template", "must give an HTML or a text body");
        }
    }

    /** Without any of it. */
    @Override
    public String toString() {
        return "RenderedTemplate[•••]";
    }
}
