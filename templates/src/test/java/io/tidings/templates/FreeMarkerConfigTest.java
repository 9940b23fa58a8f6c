package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import io.tidings.spi.EmailListener;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.Settings;
import io.tidings.spi.TemplatePortProvider;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplatePort;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMarkerConfigTest {

    @TempDir
    Path root;

    @Test
    void withoutSettingsTheDefaultsHold() {
        assertThat(FreeMarkerConfig.from(Settings.of(Map.of()))).isEqualTo(FreeMarkerConfig.defaults());
        assertThat(FreeMarkerConfig.defaults().defaultLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(FreeMarkerConfig.defaults().development()).isFalse();
    }

    @Test
    void readsEverySetting() {
        FreeMarkerConfig config = FreeMarkerConfig.from(Settings.of(Map.of(
                "tidings.templates.directory", root.toString(),
                "tidings.templates.default-locale", "es-MX",
                "tidings.templates.development", "true",
                "tidings.templates.brand.portal-name", "Grants")));

        assertThat(config.directory()).contains(root);
        assertThat(config.defaultLocale()).isEqualTo(Locale.forLanguageTag("es-MX"));
        assertThat(config.development()).isTrue();
        assertThat(config.brand()).containsExactly(Map.entry("portal-name", "Grants"));
    }

    @Test
    void allProblemsAreToldAtOnceAndNoValue() {
        Settings settings = Settings.of(Map.of(
                "tidings.templates.directory", root.resolve("canary").toString(),
                "tidings.templates.brand.portal-url", "http://canary.example",
                "tidings.templates.brand.logo-url", "javascript:canary",
                "tidings.templates.brand.primary-colour", "red;canary",
                "tidings.templates.brand.support-address", "canary@example.gov?bcc=x@example.gov",
                "tidings.templates.brand.Canary", "x"));

        assertThatThrownBy(() -> FreeMarkerConfig.from(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("6 problems")
                .hasMessageContaining("tidings.templates.directory: must name a directory that exists")
                .hasMessageContaining("tidings.templates.brand.portal-url: must begin with https://")
                .hasMessageContaining("tidings.templates.brand.logo-url: must begin with https://")
                .hasMessageContaining("tidings.templates.brand.primary-colour: must be a colour")
                .hasMessageContaining("tidings.templates.brand.support-address: must be a plain address")
                .hasMessageContaining("must have a name such as portal-name")
                .hasMessageNotContainingAny("canary", "Canary");
    }

    @Test
    void aFileIsNotADirectory() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "");

        assertThatThrownBy(() ->
                        FreeMarkerConfig.from(Settings.of(Map.of("tidings.templates.directory", file.toString()))))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void theDefaultLocaleMustHaveALanguage() {
        assertThatThrownBy(
                        () -> FreeMarkerConfig.from(Settings.of(Map.of("tidings.templates.default-locale", "und-MX"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.templates.default-locale: must have a language");
    }

    @Test
    void theBrandIsShownByCamelCaseNames() {
        Folder.note(root, "${brand.portalName}|${brand.portalUrl}|${brand.helpDeskHours}\n${brand.signInUrl}");

        assertThat(renderNote(Map.of(
                                "tidings.templates.directory", root.toString(),
                                "tidings.templates.brand.portal-url", "https://grants.example.gov/",
                                "tidings.templates.brand.help-desk-hours", "9 to 5"))
                        .text())
                .contains("Data Portal|https://grants.example.gov|9 to 5\nhttps://grants.example.gov/sign-in");
    }

    @Test
    void theTeamIsCalledAfterThePortalUnlessItHasAName() {
        Folder.note(root, "${brand.teamName}");
        String directory = root.toString();

        assertThat(renderNote(Map.of(
                                "tidings.templates.directory",
                                directory,
                                "tidings.templates.brand.portal-name",
                                "Grants"))
                        .text())
                .contains("Grants");
    }

    @Test
    void showsNoAddress() {
        assertThat(FreeMarkerConfig.from(
                        Settings.of(Map.of("tidings.templates.brand.support-address", "help@example.gov"))))
                .asString()
                .doesNotContain("help");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(TemplatePortProvider.class))
                .hasExactlyElementsOfTypes(FreeMarkerTemplatePortProvider.class)
                .allSatisfy(provider -> assertThat(provider.keys())
                        .allSatisfy(key -> assertThat(key.name()).startsWith("tidings." + provider.name() + ".")));
    }

    @Test
    void aContainerFindsOneConstructor() {
        assertThat(Arrays.stream(FreeMarkerTemplatePort.class.getConstructors())
                        .filter(constructor -> constructor.isAnnotationPresent(Inject.class)))
                .hasSize(1);
    }

    private static RenderedTemplate renderNote(Map<String, String> values) {
        try (TemplatePort port = new FreeMarkerTemplatePortProvider().create(new Context(Settings.of(values)))) {
            return port.render(Folder.NOTE, Map.of(), Locale.ROOT, ZoneOffset.UTC);
        }
    }

    private record Context(Settings settings) implements ProviderContext {

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public EmailPort adapter(String name) {
            throw new AssertionError("templates need no adapter");
        }

        @Override
        public EmailListener listener() {
            throw new AssertionError("templates report nothing");
        }
    }
}
