package io.tidings.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key the key it concerns, such as {@code tidings.email.adapter}
 * @param text what is wrong and what to do; never the value
 */
public record ConfigurationProblem(String key, String text) implements Serializable {

    public ConfigurationProblem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return key + ": " + text;
    }
}
