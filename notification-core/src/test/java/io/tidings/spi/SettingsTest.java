package io.tidings.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final SettingKey<String> HOST = SettingKey.text("tidings.smtp-legacy.host", "The relay's name.");
    private static final SettingKey<Integer> PORT =
            SettingKey.integer("tidings.smtp-legacy.port", 1, 65_535, "The relay's port.");
    private static final SettingKey<Secret> API_KEY = SettingKey.secret("tidings.x.api-key", "The key.");
    private static final SettingKey<Map<String, String>> BRAND =
            SettingKey.group("tidings.templates.brand", "Colours and names.");

    private static Settings of(String... pairs) {
        return Settings.of(map(pairs));
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Settings loaded(Map<String, String> environment, Map<String, String> systemProperties) {
        Properties properties = new Properties();
        properties.putAll(systemProperties);
        return SettingsLoader.load(environment, properties);
    }

    private static ConfigurationProblem problem(Settings settings, SettingKey<?> key) {
        ConfigurationException error = catchThrowableOfType(ConfigurationException.class, () -> settings.find(key));
        assertThat(error).as("error").isNotNull();
        assertThat(settings.problems(List.of(key))).isEqualTo(error.problems());
        return error.problems().get(0);
    }

    // Where values come from

    @Test
    void readWhatTheyAreGiven() {
        assertThat(of("tidings.smtp-legacy.host", " relay ").get(HOST)).isEqualTo("relay");
        assertThat(of().find(HOST)).isEmpty();
        assertThat(of("smtp-legacy.host", "relay").find(HOST)).isEmpty();
    }

    @Test
    void doNotChangeWithTheMapTheyWereMadeOf() {
        Map<String, String> values = map(HOST.name(), "relay");
        Settings settings = Settings.of(values);
        Settings more = settings.with(values);
        values.put(HOST.name(), "other");

        assertThat(settings.get(HOST)).isEqualTo("relay");
        assertThat(more.get(HOST)).isEqualTo("relay");
    }

    @Test
    void letLaterValuesWin() {
        Settings settings = of(HOST.name(), "a", PORT.name(), "1");
        Settings changed = settings.with(map(HOST.name(), "b")).with(map(HOST.name(), "c"));

        assertThat(changed.get(HOST)).isEqualTo("c");
        assertThat(changed.get(PORT)).isEqualTo(1);
        assertThat(settings.get(HOST)).isEqualTo("a");
    }

    @Test
    void letSystemPropertiesWinOverTheEnvironment() {
        Map<String, String> environment = map("TIDINGS_SMTP_LEGACY_HOST", "env", "TIDINGS_SMTP_LEGACY_PORT", "1");
        Settings settings = loaded(environment, map(HOST.name(), "property"));

        assertThat(settings.get(HOST)).isEqualTo("property");
        assertThat(settings.get(PORT)).isEqualTo(1);
        assertThat(settings.with(map(PORT.name(), "2")).get(PORT)).isEqualTo(2);
    }

    @Test
    void knowVariablesByTheirDerivedNameOnly() {
        for (String wrong : List.of(
                "tidings.smtp-legacy.host",
                "TIDINGS.SMTP-LEGACY.HOST",
                "tidings_smtp_legacy_host",
                "SMTP_LEGACY_HOST")) {
            assertThat(loaded(map(wrong, "env"), Map.of()).find(HOST)).isEmpty();
        }
        assertThat(loaded(Map.of(), map("TIDINGS_SMTP_LEGACY_HOST", "property")).find(HOST))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void takeABlankValueAsNotSet(String blank) {
        Settings settings = of(HOST.name(), "a").with(map(HOST.name(), blank));

        assertThat(settings.find(HOST)).isEmpty();
        assertThat(settings.get(HOST.orElse("default"))).isEqualTo("default");
        assertThat(settings.problems(List.of(HOST.required()))).hasSize(1);
        assertThat(settings.with(map(HOST.name() + "-file", blank)).find(HOST)).isEmpty();
        assertThat(of(HOST.name(), "a").with(map(HOST.name() + "-file", blank)).find(HOST))
                .isEmpty();
    }

    // Files

    @Test
    void readTheContentOfAFile(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("secret"), "s3crét\n").toString();

        assertThat(of("tidings.x.api-key-file", file).get(API_KEY).reveal()).isEqualTo("s3crét");
        assertThat(loaded(map("TIDINGS_X_API_KEY_FILE", file), Map.of())
                        .get(API_KEY)
                        .reveal())
                .isEqualTo("s3crét");
        assertThat(loaded(Map.of(), map("tidings.x.api-key-file", file))
                        .get(API_KEY)
                        .reveal())
                .isEqualTo("s3crét");
        assertThat(of("tidings.x.api-key", "old")
                        .with(map("tidings.x.api-key-file", file))
                        .get(API_KEY)
                        .reveal())
                .isEqualTo("s3crét");
        assertThat(of("tidings.x.api-key-file", file)
                        .with(map("tidings.x.api-key", "new"))
                        .get(API_KEY)
                        .reveal())
                .isEqualTo("new");
    }

    @Test
    void parseTheContentOfAFileLikeAnyValue(@TempDir Path directory) throws IOException {
        Path port = Files.writeString(directory.resolve("port"), " 587 ");
        Path empty = Files.writeString(directory.resolve("empty"), "\n");

        assertThat(of(PORT.name() + "-file", port.toString()).get(PORT)).isEqualTo(587);
        assertThat(of(PORT.name() + "-file", empty.toString()).find(PORT)).isEmpty();
    }

    @Test
    void refuseAValueAndAFileInOnePlace(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("secret"), "canary").toString();

        assertThat(problem(of("tidings.x.api-key", "canary", "tidings.x.api-key-file", file), API_KEY))
                .hasToString("tidings.x.api-key: (given values) is given both as itself and as tidings.x.api-key-file");
        assertThat(problem(
                        loaded(map("TIDINGS_X_API_KEY", "canary", "TIDINGS_X_API_KEY_FILE", file), Map.of()), API_KEY))
                .hasToString("tidings.x.api-key: (environment) is given both as itself and as TIDINGS_X_API_KEY_FILE");
    }

    @Test
    void doNotLetABlankContradict(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("secret"), "s3cret").toString();

        assertThat(of("tidings.x.api-key", " ", "tidings.x.api-key-file", file)
                        .get(API_KEY)
                        .reveal())
                .isEqualTo("s3cret");
        assertThat(of("tidings.x.api-key", "value", "tidings.x.api-key-file", "")
                        .get(API_KEY)
                        .reveal())
                .isEqualTo("value");
    }

    @Test
    void doNotShowASecretThatStandsInPlaceOfItsFile() {
        for (String secret : List.of("SG.canary", "/canary/canary", "can\0ary", "../canary")) {
            ConfigurationProblem problem = problem(of("tidings.x.api-key-file", secret), API_KEY);

            assertThat(problem).hasToString("tidings.x.api-key-file: (given values) must name a file that can be read");
        }
    }

    @Test
    void refuseFilesThatAreNoText(@TempDir Path directory) throws IOException {
        Path latin = Files.write(directory.resolve("latin"), new byte[] {'c', (byte) 0xe9});

        assertThat(problem(of("tidings.x.api-key-file", latin.toString()), API_KEY)
                        .text())
                .isEqualTo("(given values) names a file that is not UTF-8 text");
        assertThat(problem(of("tidings.x.api-key-file", directory.toString()), API_KEY)
                        .text())
                .isEqualTo("(given values) must name a file that can be read");
    }

    @Test
    void refuseFilesOfMoreThan64Kilobytes(@TempDir Path directory) throws IOException {
        Path largest = Files.writeString(directory.resolve("largest"), "a".repeat(64 * 1024));
        Path tooLarge = Files.writeString(directory.resolve("too-large"), "a".repeat(64 * 1024 + 1));

        assertThat(of(HOST.name() + "-file", largest.toString()).get(HOST)).hasSize(64 * 1024);
        assertThat(problem(of(HOST.name() + "-file", tooLarge.toString()), HOST))
                .hasToString(HOST.name() + "-file: (given values) names a file of more than 65536 octets");
    }

    @Test
    void doNotReadADeviceWithoutEnd() {
        assumeThat(Path.of("/dev/zero")).exists();

        assertThat(problem(of(HOST.name() + "-file", "/dev/zero"), HOST).text()).contains("more than 65536 octets");
        assertThat(loaded(Map.of(), map("tidings.config", "/dev/zero")).problems(List.of()))
                .extracting(ConfigurationProblem::key)
                .containsExactly("tidings.config");
    }

    // Problems

    @Test
    void sayWhichKeyMustBeSetAndWhere() {
        ConfigurationException error = catchThrowableOfType(ConfigurationException.class, () -> of().get(HOST));

        assertThat(error.problems())
                .containsExactly(new ConfigurationProblem(
                        "tidings.smtp-legacy.host",
                        "must be set, to text, here or as TIDINGS_SMTP_LEGACY_HOST. The relay's name."));
        assertThat(of().problems(List.of(HOST))).isEmpty();
        assertThat(of().problems(List.of(HOST.required()))).isEqualTo(error.problems());
        assertThat(of().problems(List.of(HOST.orElse("relay")))).isEmpty();
    }

    @Test
    void sayInWhichPlaceAValueIsWrong() {
        assertThat(problem(of(PORT.name(), "canary"), PORT).text()).startsWith("(given values) must be ");
        assertThat(problem(loaded(map("TIDINGS_SMTP_LEGACY_PORT", "canary"), Map.of()), PORT)
                        .text())
                .startsWith("(environment) must be ");
        assertThat(problem(loaded(Map.of(), map(PORT.name(), "canary")), PORT).text())
                .startsWith("(system property) must be ")
                .doesNotContain("canary");
    }

    @Test
    void listEveryProblemAtOnce() {
        Settings settings = of(PORT.name(), "many", "tidings.x.wait", "long", "tidings.x.api-key-file", "SG.canary");
        SettingKey<Duration> wait = SettingKey.duration("tidings.x.wait", Duration.ZERO, Duration.ofDays(1), "A wait.");

        assertThat(settings.problems(List.of(HOST.required(), PORT, wait, API_KEY, BRAND)))
                .extracting(ConfigurationProblem::key)
                .containsExactly(HOST.name(), PORT.name(), wait.name(), "tidings.x.api-key-file");
        assertThatThrownBy(() -> settings.problems(List.of()).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void showPlacesAndNoValues() {
        Settings settings = loaded(map("TIDINGS_X_API_KEY", "canary"), map(HOST.name(), "canary"))
                .with(map(HOST.name(), "canary"));

        assertThat(settings).hasToString("Settings[environment, system property, given values]");
        assertThat(Optional.of(settings.get(API_KEY)).toString()).doesNotContain("canary");
    }

    // Groups

    @Test
    void gatherTheMembersOfAGroup() {
        Settings settings = of(
                "tidings.templates.brand.colour", " red ",
                "tidings.templates.brand.product-name", "Portal",
                "tidings.templates.brand.a.b", "c",
                "tidings.templates.brand.", "nothing",
                "tidings.templates.brand", "nothing",
                "tidings.templates.branding.x", "other");

        assertThat(settings.get(BRAND)).isEqualTo(Map.of("colour", "red", "product-name", "Portal", "a.b", "c"));
        assertThat(of().get(BRAND)).isEmpty();
        assertThat(of().get(BRAND.required())).isEmpty();
        assertThatThrownBy(() -> settings.get(BRAND).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void gatherAGroupFromTheEnvironmentInLowerCaseWithHyphens() {
        Settings settings = loaded(
                map("TIDINGS_TEMPLATES_BRAND_COLOUR", "red", "TIDINGS_TEMPLATES_BRAND_PRODUCT_NAME", "Portal"),
                map("tidings.templates.brand.colour", "blue"));

        assertThat(settings.get(BRAND)).isEqualTo(Map.of("colour", "blue", "product-name", "Portal"));
        assertThat(settings.with(map("tidings.templates.brand.colour", " ")).get(BRAND))
                .isEqualTo(Map.of("product-name", "Portal"));
    }

    // Unknown names

    @Test
    void tellWhatNoKeyExplains() {
        Settings settings = loaded(
                        map(
                                "TIDINGS_SMTP_LEGACY_HOST", "a",
                                "TIDINGS_SMTP_LEGACY_HSOT", "a",
                                "TIDINGS_X_API_KEY_FILE", "a",
                                "TIDINGS_TEMPLATES_BRAND_COLOUR", "a",
                                "PATH", "a"),
                        map("tidings.smtp-legacy.prot", "1", "java.home", "a", "tidings.x.api-key-file", "a"))
                .with(map(
                        "tidings.smtp-legacy.port", "1",
                        "tidings.templates.brand.colour", "red",
                        "tidings.templates.brand", "red",
                        "tidings.smtp-legacy.host.name", "a",
                        "tidings.x.api-key-files", "a"));

        assertThat(settings.unknownNames(List.of(HOST, PORT, API_KEY, BRAND)))
                .containsExactlyInAnyOrder(
                        "TIDINGS_SMTP_LEGACY_HSOT",
                        "tidings.smtp-legacy.prot",
                        "tidings.templates.brand",
                        "tidings.smtp-legacy.host.name",
                        "tidings.x.api-key-files");
        assertThat(of(HOST.name(), "a").unknownNames(List.of())).containsExactly(HOST.name());
        assertThat(of().unknownNames(List.of(HOST))).isEmpty();
    }
}
