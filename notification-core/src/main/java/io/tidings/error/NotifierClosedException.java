package io.tidings.error;

/** The notifier was closed. Nothing was sent. */
public final class NotifierClosedException extends TidingsException {

    private static final long serialVersionUID = 1L;

    /** Always with the same text. */
    public NotifierClosedException() {
        super("The notifier is closed. Nothing was sent.");
    }
}
