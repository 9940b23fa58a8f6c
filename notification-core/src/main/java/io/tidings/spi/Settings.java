package io.tidings.spi;

import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The configuration of one notifier. Only names that begin with {@code tidings.} count. A blank value is as if the key
 * were not set, and hides what an earlier place says. Immutable; {@link #toString()} shows no value.
 */
public final class Settings {

    /** Where a further properties file is, as {@code -Dtidings.config=…} or {@code TIDINGS_CONFIG}. */
    public static final SettingKey<Path> CONFIG =
            SettingKey.path("tidings.config", "A properties file (UTF-8) with further settings.");

    private static final int MAX_FILE = 64 * 1024;

    /** Later wins. */
    private final List<SettingsSource> sources;

    private final List<ConfigurationProblem> loadProblems;

    Settings(List<SettingsSource> sources, List<ConfigurationProblem> loadProblems) {
        this.sources = List.copyOf(sources);
        this.loadProblems = List.copyOf(loadProblems);
    }

    /**
     * Reads the usual places now; later wins: {@code tidings.properties} on the class path, the file that
     * {@link #CONFIG} names, environment variables, system properties. A file that cannot be read is reported with all
     * other problems when a notifier is built.
     */
    public static Settings load() {
        return SettingsLoader.load(System.getenv(), System.getProperties());
    }

    /** Exactly these values. */
    public static Settings of(Map<String, String> values) {
        return new Settings(List.of(SettingsSource.properties("given values", values)), List.of());
    }

    /** These settings, with values that win over all of them. */
    public Settings with(Map<String, String> values) {
        List<SettingsSource> more = new ArrayList<>(sources);
        more.add(SettingsSource.properties("given values", values));
        return new Settings(more, loadProblems);
    }

    /**
     * The value of a key, or its default.
     *
     * @throws ConfigurationException if it is neither set nor has a default, or cannot be read
     */
    public <T> T get(SettingKey<T> key) {
        return find(key).orElseThrow(() -> new ConfigurationException(List.of(missing(key))));
    }

    /**
     * The value of a key, or its default; empty if it has neither.
     *
     * @throws ConfigurationException if it cannot be read
     */
    public <T> Optional<T> find(SettingKey<T> key) {
        if (key.isGroup()) {
            @SuppressWarnings("unchecked") // Only SettingKey.group makes groups, and they are of maps.
            T members = (T) group(key.name());
            return Optional.of(members);
        }
        Optional<Written> written = locate(key.name());
        if (written.isEmpty()) {
            return key.defaultValue();
        }
        try {
            return Optional.of(key.parse(written.get().text()));
        } catch (InvalidArgumentException | ArithmeticException e) {
            throw problem(key.name(), written.get().place() + "must be " + key.type() + explanation(e));
        }
    }

    /** Every problem with the values of these keys, and with reading the settings at all. */
    public List<ConfigurationProblem> problems(Collection<? extends SettingKey<?>> keys) {
        List<ConfigurationProblem> problems = new ArrayList<>(loadProblems);
        for (SettingsSource source : sources) {
            if (!source.mayNameFile() && source.value(CONFIG.name()).isPresent()) {
                problems.add(new ConfigurationProblem(
                        CONFIG.name(),
                        "(" + source.description() + ") has an effect only as a system property or as "
                                + CONFIG.environmentName()));
            }
        }
        for (SettingKey<?> key : keys) {
            try {
                if (find(key).isEmpty() && key.isRequired()) {
                    problems.add(missing(key));
                }
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        return List.copyOf(problems);
    }

    /**
     * What is set although no key explains it, as it is written: property names, and names of environment variables.
     *
     * @param known every key that somebody reads
     */
    public Set<String> unknownNames(Collection<? extends SettingKey<?>> known) {
        Set<String> unknown = new LinkedHashSet<>();
        for (SettingsSource source : sources) {
            for (String name : source.values().keySet()) {
                if (known.stream().noneMatch(key -> explains(source, key, name))) {
                    unknown.add(name);
                }
            }
        }
        return unknown;
    }

    private static boolean explains(SettingsSource source, SettingKey<?> key, String name) {
        return key.isGroup()
                ? name.startsWith(source.written(key.name() + "."))
                : name.equals(source.written(key.name())) || name.equals(source.written(key.name() + "-file"));
    }

    private Map<String, String> group(String name) {
        Map<String, String> members = new TreeMap<>();
        for (SettingsSource source : sources) {
            members.putAll(source.group(name));
        }
        members.values().removeIf(String::isEmpty);
        return Map.copyOf(members);
    }

    private Optional<Written> locate(String name) {
        for (int i = sources.size() - 1; i >= 0; i--) {
            SettingsSource source = sources.get(i);
            Optional<String> text = source.value(name);
            Optional<String> file = source.value(name + "-file");
            String place = "(" + source.description() + ") ";
            if (isGiven(text) && isGiven(file)) {
                throw problem(name, place + "is given both as itself and as " + source.written(name + "-file"));
            }
            if (isGiven(file)) {
                return file.map(path -> read(name, place, path))
                        .filter(content -> !content.isEmpty())
                        .map(content -> new Written(place, content));
            }
            if (text.isPresent() || file.isPresent()) {
                return text.filter(value -> !value.isEmpty()).map(value -> new Written(place, value));
            }
        }
        return Optional.empty();
    }

    private static boolean isGiven(Optional<String> value) {
        return value.isPresent() && !value.get().isEmpty();
    }

    /** The path is not shown: somebody may have put the secret itself there. */
    private static String read(String name, String place, String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            // The size that the system states is not relied upon: a device or pipe has none.
            byte[] content = in.readNBytes(MAX_FILE + 1);
            if (content.length > MAX_FILE) {
                throw problem(name + "-file", place + "names a file of more than " + MAX_FILE + " octets");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            throw problem(name + "-file", place + "names a file that is not UTF-8 text");
        } catch (IOException | InvalidPathException e) {
            throw problem(name + "-file", place + "must name a file that can be read");
        }
    }

    /** What the type does not say already. */
    private static String explanation(RuntimeException e) {
        if (e instanceof InvalidArgumentException invalid) {
            return invalid.field().equals(SettingValues.FIELD) ? "" : " (" + invalid.getMessage() + ")";
        }
        return " (value is too large)";
    }

    private static ConfigurationProblem missing(SettingKey<?> key) {
        return new ConfigurationProblem(
                key.name(),
                "must be set, to " + key.type() + ", here or as " + key.environmentName() + ". " + key.description());
    }

    private static ConfigurationException problem(String key, String text) {
        return new ConfigurationException(List.of(new ConfigurationProblem(key, text)));
    }

    /** The places, without names or values. */
    @Override
    public String toString() {
        return "Settings" + sources.stream().map(SettingsSource::description).toList();
    }

    private record Written(String place, String text) {}
}
