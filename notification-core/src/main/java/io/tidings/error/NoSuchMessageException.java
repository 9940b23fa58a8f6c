package io.tidings.error;

/** The notifier holds no unconfirmed message with that id or key: it was settled, or it was never unconfirmed here. */
public final class NoSuchMessageException extends TidingsException {

    private static final long serialVersionUID = 1L;

    /** @param id the bare value of the message id */
    public NoSuchMessageException(String id) {
        super("No unconfirmed message with the id " + id
                + " is held here: it was resolved before, or another process sent it.");
    }

    /** With that idempotency key, which may hold personal data and is not shown. */
    public NoSuchMessageException() {
        super("No unconfirmed message with this idempotency key is held here: it was resolved before, or another"
                + " process sent it.");
    }
}
