package io.tidings.delivery;

import io.tidings.error.InvalidArgumentException;
import java.util.regex.Pattern;

/**
 * What a send is about, as a digest, to tell a repeated send from another one under the same key.
 *
 * @param value SHA-256 as 64 lower-case hexadecimal digits
 */
public record Fingerprint(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidArgumentException("fingerprint", "must be 64 lower-case hexadecimal digits");
        }
    }
}
