package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.regex.Pattern;

/** The rule for names of providers, which stand in configuration keys, log lines and metrics. */
final class Names {

    private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9-]{0,49}");

    private Names() {}

    static void requireProvider(String name) {
        if (!PROVIDER.matcher(name).matches()) {
            throw new InvalidArgumentException(
                    "provider", "must be 1 to 50 lower-case letters, digits and hyphens, starting with a letter");
        }
    }
}
