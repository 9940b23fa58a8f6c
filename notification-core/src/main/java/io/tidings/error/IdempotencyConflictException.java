package io.tidings.error;

/**
 * An idempotency key was used before, for the same recipient, with another payload. Nothing was sent. Use one key for
 * one thing that happened; the key itself is not in the message, since it may hold personal data.
 */
public final class IdempotencyConflictException extends TidingsException {

    private static final long serialVersionUID = 1L;

    /** Without the key, which may hold personal data. */
    public IdempotencyConflictException() {
        super("The idempotency key was used before with another payload (template, model, recipient or attachments)."
                + " Nothing was sent. Use a key of its own for each thing that happened.");
    }
}
