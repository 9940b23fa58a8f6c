package io.tidings.spi;

import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads the places where settings stand. */
final class SettingsLoader {

    private static final String RESOURCE = "tidings.properties";
    private static final int MAX_FILE = 1024 * 1024;

    private SettingsLoader() {}

    static Settings load(Map<String, String> environment, Properties systemProperties) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        SettingsSource variables = SettingsSource.environment(environment);
        SettingsSource properties = SettingsSource.properties(SettingsSource.SYSTEM, strings(systemProperties));
        List<SettingsSource> sources = new ArrayList<>();
        resource(problems).ifPresent(sources::add);
        configFile(new Settings(List.of(variables, properties), List.of()), problems)
                .ifPresent(sources::add);
        sources.add(variables);
        sources.add(properties);
        return new Settings(sources, problems);
    }

    private static Optional<SettingsSource> resource(List<ConfigurationProblem> problems) {
        URL url = find(Thread.currentThread().getContextClassLoader());
        if (url == null) {
            return Optional.empty();
        }
        try (InputStream in = url.openStream()) {
            return Optional.of(read(RESOURCE, in));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new ConfigurationProblem(
                    RESOURCE, "on the class path must be a properties file in UTF-8 of at most 1 MB"));
            return Optional.empty();
        }
    }

    private static @Nullable URL find(@Nullable ClassLoader contextLoader) {
        URL url = contextLoader == null ? null : contextLoader.getResource(RESOURCE);
        ClassLoader own = SettingsLoader.class.getClassLoader();
        return url != null || own == null ? url : own.getResource(RESOURCE);
    }

    private static Optional<SettingsSource> configFile(Settings where, List<ConfigurationProblem> problems) {
        try {
            Optional<Path> file = where.find(Settings.CONFIG);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file.get())) {
                return Optional.of(read("file of " + Settings.CONFIG.name(), in));
            }
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new ConfigurationProblem(
                    Settings.CONFIG.name(), "must name a properties file in UTF-8, of at most 1 MB, that can be read"));
        }
        return Optional.empty();
    }

    private static SettingsSource read(String description, InputStream in) throws IOException {
        byte[] content = in.readNBytes(MAX_FILE + 1);
        if (content.length > MAX_FILE) {
            throw new IOException("More than " + MAX_FILE + " octets");
        }
        Properties properties = new Properties();
        properties.load(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString()));
        return SettingsSource.properties(description, strings(properties));
    }

    /** Also the defaults behind the properties; without what is not a string. */
    private static Map<String, String> strings(Properties properties) {
        Map<String, String> strings = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            strings.put(name, properties.getProperty(name, ""));
        }
        return strings;
    }
}
