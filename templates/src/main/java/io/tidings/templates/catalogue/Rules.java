package io.tidings.templates.catalogue;

import io.tidings.error.InvalidArgumentException;

/** What components of the catalogue's records must be. */
final class Rules {

    private static final int MAX_LENGTH = 500;

    private Rules() {}

    static void requireText(String field, String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    field, "must not be blank, nor longer than " + MAX_LENGTH + " characters");
        }
    }

    static void requireRange(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidArgumentException(field, "must be from " + min + " to " + max);
        }
    }
}
