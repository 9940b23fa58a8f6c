package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.template.RenderedTemplate;
import io.tidings.templates.catalogue.Samples.Sample;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The portal's own names and addresses come from the configuration. */
class BrandedTest {

    private static final Rendering GRANTS = Rendering.branded(Map.of(
            "portal-name", "Grants & More",
            "portal-url", "https://grants.example.gov/",
            "logo-url", "https://grants.example.gov/logo.png",
            "support-address", "help@example.gov",
            "team-name", "The grants team",
            "primary-colour", "#123456"));

    private static final Rendering LONG_NAMES = Rendering.branded(Map.of(
            "portal-name", "N".repeat(100),
            "team-name", "T".repeat(100),
            "support-address", "h".repeat(64) + "@" + "e".repeat(60) + ".gov"));

    static Stream<Arguments> everything() {
        return Samples.all().stream().flatMap(sample -> Stream.of("en", "es").map(lang -> Arguments.of(sample, lang)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void longNamesLeaveTheSubjectShort(Sample sample, String language) {
        assertThat(LONG_NAMES.subject(sample.notification(), language)).hasSizeLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothingOfTheNeutralBrandIsWrittenIntoATemplate(Sample sample, String language) {
        RenderedTemplate rendered = GRANTS.of(sample.notification(), language);
        String own = (rendered.subject() + rendered.html() + rendered.text())
                // These links are values.
                .replaceAll("https://portal\\.example\\.gov/(admin|files)/", "");

        assertThat(own)
                .contains("The grants team")
                .doesNotContain("Data Portal", "portal.example.gov", "#1b4b82;border");
    }

    @Test
    void itIsShown() {
        Notification submitted = Samples.typical().get(0);
        Document html = GRANTS.html(submitted, "en");

        assertThat(GRANTS.subject(submitted, "en"))
                .isEqualTo("Your Grants & More access request was submitted for review");
        assertThat(html.selectFirst("img").attr("alt")).isEqualTo("Grants & More");
        assertThat(html.outerHtml()).contains("#123456");
        assertThat(html.select("a").eachAttr("href"))
                .contains("mailto:help@example.gov", "https://grants.example.gov/profile");
        assertThat(GRANTS.text(submitted, "en")).contains("The grants team\nQuestions? Write to help@example.gov\n");
    }

    @ParameterizedTest
    @CsvSource({
        "en, write to help@example.gov., contact Data Portal.",
        "es, escriba a help@example.gov., comuníquese con Data Portal.",
    })
    void whomToContactIsSaidWithOrWithoutAnAddress(String language, String address, String team) {
        List<Integer> askedForHelp = List.of(0, 2, 5, 8);

        assertThat(askedForHelp).map(index -> Samples.typical().get(index)).allSatisfy(notification -> {
            Document html = GRANTS.html(notification, language);
            assertThat(html.text()).contains(address);
            assertThat(html.select("a[href=mailto:help@example.gov]"))
                    .as("in the sentence and below it")
                    .hasSize(2);
            assertThat(Rendering.unwrapped(GRANTS.text(notification, language))).contains(address);
            assertThat(Rendering.neutral().html(notification, language).text()).contains(team);
            assertThat(Rendering.unwrapped(Rendering.neutral().text(notification, language)))
                    .contains(team);
        });
    }

    @Test
    void everyMessageLeadsToThePageThatItIsAbout() {
        assertThat(Samples.typical())
                .map(notification ->
                        GRANTS.html(notification, "en").select("a[href^=https]").eachAttr("href"))
                .containsExactly(
                        List.of("https://grants.example.gov/profile"),
                        List.of("https://grants.example.gov/sign-in"),
                        List.of(),
                        List.of("https://portal.example.gov/admin/access-requests"),
                        List.of("https://grants.example.gov/sign-in"),
                        List.of(),
                        List.of(),
                        List.of("https://grants.example.gov/submission-history"),
                        List.of("https://grants.example.gov/submission-history"),
                        List.of("https://grants.example.gov/sign-in"),
                        List.of(
                                "https://portal.example.gov/files/3060?tab=a&sort=b",
                                "https://portal.example.gov/files/61?tab=a&sort=b",
                                "https://grants.example.gov"));
    }
}
