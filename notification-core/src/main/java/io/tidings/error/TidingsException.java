package io.tidings.error;

import java.util.Objects;

/**
 * The root of everything that Tidings throws.
 *
 * <p>Messages are safe to log: they are written by Tidings, name fields, keys and positions, and never hold an address,
 * a subject, a body, a secret or text that came from a provider. For the same reason there is no cause.
 */
public abstract class TidingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, without any value that came from outside */
    protected TidingsException(String message) {
        super(Objects.requireNonNull(message, "message"));
    }

    /** What is wrong and what to do. Safe to log. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
