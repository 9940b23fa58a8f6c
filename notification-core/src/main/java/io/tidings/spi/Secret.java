package io.tidings.spi;

import java.util.Objects;

/**
 * A setting that must not be shown.
 *
 * @param reveal the value; not for logs
 */
public record Secret(String reveal) {

    public Secret {
        Objects.requireNonNull(reveal, "reveal");
    }

    /** Masked. */
    @Override
    public String toString() {
        return "•••";
    }
}
