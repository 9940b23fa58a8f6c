package io.tidings.spi;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One place from which settings come.
 *
 * @param description where it is, for error messages
 * @param environment whether names are written as environment variables
 * @param values by the name that stands there
 */
record SettingsSource(String description, boolean environment, Map<String, String> values) {

    /** The description of the system properties. */
    static final String SYSTEM = "system property";

    static SettingsSource properties(String description, Map<String, String> values) {
        return new SettingsSource(description, false, only("tidings.", values));
    }

    static SettingsSource environment(Map<String, String> values) {
        return new SettingsSource("environment", true, only("TIDINGS_", values));
    }

    /** Whether it is read before the file that {@link Settings#CONFIG} names. */
    boolean mayNameFile() {
        return environment || description.equals(SYSTEM);
    }

    private static Map<String, String> only(String prefix, Map<String, String> values) {
        Map<String, String> chosen = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }

    /** The name under which a key stands here. */
    String written(String name) {
        return environment ? name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') : name;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(written(name))).map(String::strip);
    }

    /** Values whose names begin with a group's name, by what follows it. */
    Map<String, String> group(String name) {
        String prefix = written(name + ".");
        Map<String, String> members = new TreeMap<>();
        values.forEach((written, value) -> {
            if (written.startsWith(prefix) && written.length() > prefix.length()) {
                String member = written.substring(prefix.length());
                members.put(environment ? member.toLowerCase(Locale.ROOT).replace('_', '-') : member, value.strip());
            }
        });
        return members;
    }
}
