package io.tidings.internal;

import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a mistyped key from the key of an adapter that is just not on the class path. */
final class UnknownNames {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");
    private static final int MAX_SHOWN = 100;

    private final Collection<SettingKey<?>> known;
    private final Collection<String> prefixes;

    /**
     * @param known every key that core and the loaded providers read
     * @param prefixes what may follow {@code tidings.} at present, such as {@code email} and {@code sendgrid}
     */
    UnknownNames(Collection<SettingKey<?>> known, Collection<String> prefixes) {
        this.known = known;
        this.prefixes = prefixes;
    }

    List<ConfigurationProblem> problems(Settings settings) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (String written : settings.unknownNames(known)) {
            Optional<String> nearest = nearest(written);
            if (isUnderLoadedPrefix(written) || nearest.isPresent()) {
                problems.add(new ConfigurationProblem(
                        shown(written),
                        "is not a known key"
                                + nearest.map(name -> "; did you mean " + name + "?")
                                        .orElse("")));
            } else {
                ignored.add(shown(written));
            }
        }
        if (!ignored.isEmpty()) {
            LOG.info("Settings of adapters that are not on the class path are ignored: {}", ignored);
        }
        return problems;
    }

    private Optional<String> nearest(String written) {
        return NearestName.of(
                written,
                known.stream()
                        .map(key -> isVariable(written) ? key.environmentName() : key.name())
                        .toList());
    }

    private boolean isUnderLoadedPrefix(String written) {
        String separator = isVariable(written) ? "_" : ".";
        return prefixes.stream()
                .map(prefix -> isVariable(written)
                        ? "TIDINGS_" + prefix.toUpperCase(Locale.ROOT).replace('-', '_')
                        : "tidings." + prefix)
                .anyMatch(prefix -> written.equals(prefix) || written.startsWith(prefix + separator));
    }

    private static boolean isVariable(String written) {
        return written.startsWith("TIDINGS_");
    }

    /** Names come from outside: short, and without control characters. */
    private static String shown(String written) {
        String shown = written.length() > MAX_SHOWN ? written.substring(0, MAX_SHOWN) + "…" : written;
        return shown.replaceAll("[^\\x20-\\x7e…]", "?");
    }
}
