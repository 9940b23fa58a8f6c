package io.tidings.error;

/** The notifier holds no unconfirmed message with that id: it was settled, or it was never unconfirmed here. */
public final class NoSuchMessageException extends TidingsException {

    private static final long serialVersionUID = 1L;

    /** @param id the bare value of the message id */
    public NoSuchMessageException(String id) {
        super("No unconfirmed message with the id " + id
                + " is held here: it was resolved before, or another process sent it.");
    }
}
