package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.template.TemplateModel;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.Painted;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text can be read: WCAG 2.2, success criterion 1.4.3, level AA. */
class ContrastTest {

    private static final List<FreeMarkerTemplatePort> BRANDS = List.of(
            port(Map.of()),
            port(Map.of("support-address", "help@example.gov", "primary-colour", "#ffbe2e")),
            port(Map.of("support-address", "help@example.gov", "primary-colour", "#ffffff")),
            port(Map.of("support-address", "help@example.gov", "primary-colour", "#777777")),
            port(Map.of("logo-url", "https://portal.example.gov/logo.png", "primary-colour", "#000000")));

    private static FreeMarkerTemplatePort port(Map<String, String> brand) {
        return new FreeMarkerTemplatePort(new FreeMarkerConfig(Optional.empty(), Locale.ENGLISH, false, brand));
    }

    static Stream<Arguments> inEveryLanguage() {
        return Samples.typical().stream()
                .flatMap(notification -> Stream.of("en", "es").map(language -> Arguments.of(notification, language)));
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void everyTextCanBeReadByDayAndByNight(Notification notification, String language) {
        assertThat(BRANDS).allSatisfy(brand -> {
            String html = brand.render(
                            notification.template(),
                            TemplateModel.of(notification),
                            Locale.forLanguageTag(language),
                            ZoneOffset.UTC)
                    .html()
                    .orElseThrow();

            assertThat(List.of(Painted.light(html), Painted.dark(html)))
                    .allSatisfy(painted -> assertThat(painted.texts())
                            .hasSizeGreaterThan(4)
                            .allSatisfy(text ->
                                    assertThat(text.contrast()).as("%s", text).isGreaterThanOrEqualTo(4.5)));
        });
    }
}
