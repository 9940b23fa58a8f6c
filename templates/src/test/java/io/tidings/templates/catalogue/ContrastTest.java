package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.templates.Painted;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text can be read: WCAG 2.2, success criterion 1.4.3, level AA. */
class ContrastTest {

    private static final List<Rendering> BRANDS = List.of(
            Rendering.neutral(),
            Rendering.branded(Map.of("support-address", "help@example.gov", "primary-colour", "#ffbe2e")),
            Rendering.branded(Map.of("support-address", "help@example.gov", "primary-colour", "#ffffff")),
            Rendering.branded(Map.of("support-address", "help@example.gov", "primary-colour", "#777777")),
            Rendering.branded(Map.of("logo-url", "https://example.gov/logo.png", "primary-colour", "#000000")));

    static Stream<Arguments> everything() {
        return Samples.typical().stream().flatMap(notification -> Rendering.LANGUAGES.stream()
                .map(language -> Arguments.of(notification, language)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyTextCanBeReadByDayAndByNight(Notification notification, String language) {
        assertThat(BRANDS).allSatisfy(brand -> {
            String html = brand.of(notification, language).html().orElseThrow();

            assertThat(List.of(Painted.light(html), Painted.dark(html)))
                    .allSatisfy(painted -> assertThat(painted.texts())
                            .hasSizeGreaterThan(4)
                            .allSatisfy(text ->
                                    assertThat(text.contrast()).as("%s", text).isGreaterThanOrEqualTo(4.5)));
        });
    }
}
