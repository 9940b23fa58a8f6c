package io.tidings.email;

/**
 * An application's name for one thing that happened, so that telling about it twice sends one message. Counts per key
 * and recipient. May hold personal data: {@link #toString()} does not show it.
 *
 * @param value 1 to 255 characters, no control characters; such as {@code submission-4711-approved}
 */
public record IdempotencyKey(String value) {

    public IdempotencyKey {
        HeaderText.requireNotBlank("idempotencyKey", value, 255);
    }

    /** Masked. */
    @Override
    public String toString() {
        return "IdempotencyKey[•••]";
    }
}
