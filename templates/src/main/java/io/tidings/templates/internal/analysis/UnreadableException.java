package io.tidings.templates.internal.analysis;

import io.tidings.error.TidingsException;

/** Something in a template that is not as this analysis knows it. */
final class UnreadableException extends TidingsException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    UnreadableException(Span span) {
        super("unreadable");
        this.span = span;
    }

    Span span() {
        return span;
    }
}
