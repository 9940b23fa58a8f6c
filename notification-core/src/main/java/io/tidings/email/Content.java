package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.Optional;

/**
 * What a message says: its subject and its bodies, fully rendered. Messages of one broadcast share it by identity.
 *
 * @param subject 1 to 998 characters, no line breaks or other control characters, not blank
 * @param html the HTML body
 * @param text the plain-text body; at least one of the two bodies is there and not blank
 */
public record Content(String subject, Optional<String> html, Optional<String> text) {

    public Content {
        HeaderText.requireNotBlank("subject", subject, 998);
        requireBody("html", html);
        requireBody("text", text);
        if (html.isEmpty() && text.isEmpty()) {
            throw new InvalidArgumentException("message", "must have an HTML or a text body");
        }
    }

    private static void requireBody(String field, Optional<String> body) {
        if (body.isPresent() && body.get().isBlank()) {
            throw new InvalidArgumentException(field, "must not be blank if given");
        }
        if (body.isPresent() && body.get().indexOf('\0') >= 0) {
            throw new InvalidArgumentException(field, "must not contain NUL");
        }
    }

    /** Without any of it. */
    @Override
    public String toString() {
        return "Content[•••]";
    }
}
