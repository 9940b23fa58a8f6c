package io.tidings.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.error.ConfigurationProblem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {

    private static final SettingKey<String> KEY = SettingKey.text("tidings.x.key", "A text.");

    @TempDir
    Path classPath;

    @TempDir
    Path elsewhere;

    private Path config;

    private final Map<String, String> environment = new HashMap<>();
    private final Properties properties = new Properties();

    @BeforeEach
    void nameAFile() {
        config = elsewhere.resolve("portal.properties");
    }

    private void resource(String content) throws IOException {
        Files.writeString(classPath.resolve("tidings.properties"), content);
    }

    /** Loads with a class path of its own, in this thread only. */
    private Settings load() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader own =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            thread.setContextClassLoader(own);
            return SettingsLoader.load(environment, properties);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @Test
    void laterPlacesWin() throws IOException {
        resource("tidings.x.key=resource\ntidings.x.resource=yes");
        assertThat(load().get(KEY)).isEqualTo("resource");

        Files.writeString(config, "tidings.x.key=file\ntidings.x.file=yes");
        environment.put("TIDINGS_CONFIG", config.toString());
        assertThat(load().get(KEY)).isEqualTo("file");

        environment.put("TIDINGS_X_KEY", "environment");
        assertThat(load().get(KEY)).isEqualTo("environment");

        properties.setProperty("tidings.x.key", "property");
        Settings settings = load();
        assertThat(settings.get(KEY)).isEqualTo("property");
        assertThat(settings.get(SettingKey.text("tidings.x.resource", "A text.")))
                .isEqualTo("yes");
        assertThat(settings.get(SettingKey.text("tidings.x.file", "A text."))).isEqualTo("yes");
        assertThat(settings)
                .hasToString("Settings[tidings.properties, file of tidings.config, environment, system property]");
        assertThat(settings.problems(List.of(KEY))).isEmpty();
    }

    @Test
    void theFileCanBeNamedByASystemProperty() throws IOException {
        Files.writeString(config, "tidings.x.key=file");
        environment.put("TIDINGS_CONFIG", "/nowhere");
        properties.setProperty("tidings.config", config.toString());

        assertThat(load().get(KEY)).isEqualTo("file");
    }

    @Test
    void theFileIsNotNamedByAResource() throws IOException {
        Files.writeString(config, "tidings.x.key=file");
        resource("tidings.config=" + config);

        assertThat(load().find(KEY)).isEmpty();
    }

    @Test
    void aPlaceCanUnsetWhatAnEarlierOneSays() throws IOException {
        resource("tidings.x.key=resource");
        environment.put("TIDINGS_X_KEY", "");

        assertThat(load().find(KEY)).isEmpty();
    }

    @Test
    void eachPlaceCanNameAFileWithTheValue() throws IOException {
        Path value = Files.writeString(elsewhere.resolve("value"), "content");
        resource("tidings.x.key-file=" + value);
        assertThat(load().get(KEY)).isEqualTo("content");

        Files.writeString(config, "tidings.x.key-file=" + Files.writeString(elsewhere.resolve("other"), "other"));
        properties.setProperty("tidings.config", config.toString());
        assertThat(load().get(KEY)).isEqualTo("other");
    }

    @Test
    void propertiesFilesAreReadAsUtf8() throws IOException {
        resource("tidings.x.key=Grüße \\u00e9 用");

        assertThat(load().get(KEY)).isEqualTo("Grüße é 用");
    }

    @Test
    void onlyNamesUnderTidingsCount() throws IOException {
        resource("x.key=resource\ntidingsx.key=resource");
        environment.put("PATH", "canary");
        properties.setProperty("java.home", "canary");

        assertThat(load().unknownNames(List.of())).isEmpty();
    }

    @Test
    void defaultsOfSystemPropertiesCountAndWhatIsNoTextDoesNot() throws IOException {
        Properties defaults = new Properties();
        defaults.setProperty("tidings.x.key", "default");
        Properties nested = new Properties(defaults);
        nested.put("tidings.x.number", 1);

        Settings settings = SettingsLoader.load(Map.of(), nested);

        assertThat(settings.get(KEY)).isEqualTo("default");
        assertThat(settings.unknownNames(List.of(KEY))).isEmpty();
    }

    @Test
    void thereNeedNotBeAnyFile() throws IOException {
        Settings settings = load();

        assertThat(settings).hasToString("Settings[environment, system property]");
        assertThat(settings.problems(List.of())).isEmpty();
        assertThat(Settings.load().problems(List.of())).isEmpty();
    }

    @Test
    void aThreadWithoutClassLoaderCanLoad() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(null);
            assertThat(SettingsLoader.load(Map.of("TIDINGS_X_KEY", "a"), properties)
                            .get(KEY))
                    .isEqualTo("a");
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tidings.x.key=\\u00zz canary", "tidings.x.key=\u00e9 canary"})
    void aBrokenResourceIsAProblem(String content) throws IOException {
        Files.writeString(classPath.resolve("tidings.properties"), content, StandardCharsets.ISO_8859_1);
        environment.put("TIDINGS_X_KEY", "environment");

        Settings settings = load();

        assertThat(settings.problems(List.of(KEY)))
                .containsExactly(new ConfigurationProblem(
                        "tidings.properties", "on the class path must be a properties file in UTF-8 of at most 1 MB"));
        assertThat(settings.get(KEY)).isEqualTo("environment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tidings.x.key=\\u00zz canary", "tidings.x.key=\u00e9 canary"})
    void aBrokenFileIsAProblem(String content) throws IOException {
        Files.writeString(config, content, StandardCharsets.ISO_8859_1);
        properties.setProperty("tidings.config", config.toString());

        assertUnreadable();
    }

    @Test
    void aFileThatIsNotThereIsAProblem() throws IOException {
        properties.setProperty("tidings.config", config.toString());
        assertUnreadable();

        properties.setProperty("tidings.config", elsewhere.toString());
        assertUnreadable();
    }

    @Test
    void aFileOfMoreThanAMegabyteIsAProblem() throws IOException {
        properties.setProperty("tidings.config", config.toString());
        String start = "tidings.x.key=";
        Files.writeString(config, start + "a".repeat(1024 * 1024 - start.length()));
        assertThat(load().get(KEY)).startsWith("aaa");

        Files.writeString(config, start + "a".repeat(1024 * 1024 - start.length() + 1));
        assertUnreadable();
    }

    private void assertUnreadable() throws IOException {
        assertThat(load().problems(List.of()))
                .containsExactly(new ConfigurationProblem(
                        "tidings.config", "must name a properties file in UTF-8, of at most 1 MB, that can be read"));
    }

    @Test
    void aNameThatIsNoPathIsAProblem() throws IOException {
        properties.setProperty("tidings.config", "canary\0");

        assertThat(load().problems(List.of())).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("tidings.config");
            assertThat(problem.text()).contains("must be a path").doesNotContain("canary");
        });
    }

    @Test
    void problemsOfLoadingStandBeforeProblemsOfKeysAndStayThere() throws IOException {
        resource("\\u00zz");
        properties.setProperty("tidings.config", config.toString());

        assertThat(load().with(Map.of()).problems(List.of(KEY.required())))
                .extracting(ConfigurationProblem::key)
                .containsExactly("tidings.properties", "tidings.config", "tidings.x.key");
    }
}
