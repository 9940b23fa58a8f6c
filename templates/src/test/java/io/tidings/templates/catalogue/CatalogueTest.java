package io.tidings.templates.catalogue;

import static io.tidings.templates.catalogue.Rendering.LANGUAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.template.RenderedTemplate;
import io.tidings.templates.catalogue.Samples.Sample;
import io.tidings.templates.catalogue.Samples.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every notification in every language, however it is filled. */
class CatalogueTest {

    /** What Gmail shows before it cuts a message. */
    private static final int CLIPPED = 102 * 1024;

    private static final Rendering RENDERING = Rendering.neutral();

    static Stream<Arguments> everything() {
        return Samples.all().stream()
                .flatMap(sample -> LANGUAGES.stream().map(language -> Arguments.of(sample, language)));
    }

    @Test
    void thereAreEleven() {
        List<String> ids = List.of(
                "access-request-submitted",
                "access-request-approved",
                "access-request-denied",
                "access-request-count",
                "account-deactivation-warning",
                "account-deactivated",
                "account-deactivated-admin",
                "data-submitted",
                "data-submission-failed",
                "upcoming-submission-deadline",
                "stuck-files");

        assertThat(ids(Samples.typical())).isEqualTo(ids);
        assertThat(ids(Samples.smallest())).isEqualTo(ids);
        assertThat(ids(Samples.largest("x"))).isEqualTo(ids);
    }

    private static List<String> ids(List<Notification> notifications) {
        return notifications.stream()
                .map(notification -> notification.template().value())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void subjectsAreOneShortLine(Sample sample, String language) {
        String subject = RENDERING.subject(sample.notification(), language);

        assertThat(subject).isNotBlank().hasLineCount(1).hasSizeLessThanOrEqualTo(150);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(subject))
                .as("no character is cut in half")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void noMailProgramCutsTheMessageShort(Sample sample, String language) {
        String html = RENDERING.of(sample.notification(), language).html().orElseThrow();

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(CLIPPED);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyPartIsInTheReadersLanguageOrElseInEnglish(Sample sample, String language) {
        boolean spanish = language.startsWith("es");
        Document html = RENDERING.html(sample.notification(), language);

        assertThat(html.selectFirst("html").attr("lang")).isEqualTo(spanish ? "es" : "en");
        assertThat(html.selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(List.of(html.text(), RENDERING.text(sample.notification(), language)))
                .allSatisfy(body -> assertThat(body)
                        .contains(spanish ? "Este es un mensaje" : "This is an automated")
                        .doesNotContain(spanish ? "This is" : "Este es"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void htmlIsWhatMailProgramsUnderstand(Sample sample, String language) {
        Document html = RENDERING.html(sample.notification(), language);

        assertThat(html.select("script, iframe, form, [onclick]")).isEmpty();
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.title()).isEqualTo(html.selectFirst("h1").text()).isNotBlank();
        assertThat(html.select("[href], [src]"))
                .extracting(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                .allSatisfy(link -> assertThat(link).matches("(https://|mailto:).+"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void anInboxShowsMoreThanTheTitle(Sample sample, String language) {
        Document html = RENDERING.html(sample.notification(), language);

        assertThat(Rendering.preheader(html)).hasSizeGreaterThan(10).isNotEqualTo(html.title());
        assertThat(html.title()).doesNotContain(Rendering.preheader(html));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void linksAreInTheTextToo(Sample sample, String language) {
        List<String> lines = RENDERING
                .text(sample.notification(), language)
                .lines()
                .map(String::strip)
                .toList();

        assertThat(lines)
                .containsAll(RENDERING
                        .html(sample.notification(), language)
                        .select("a[href^=https]")
                        .eachAttr("href"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void textIsLaidOutAsAPersonWould(Sample sample, String language) {
        assertLaidOut(RENDERING.text(sample.notification(), language));
    }

    static void assertLaidOut(String text) {
        assertThat(text).doesNotContain("\n\n\n").doesNotStartWith("\n");
        assertThat(text.lines()).filteredOn(line -> !line.equals("-- ")).allSatisfy(line -> assertThat(line)
                .isEqualTo(line.stripTrailing()));
        // A word that is longer than a line stays whole.
        assertThat(text.lines().map(String::stripTrailing))
                .allSatisfy(line -> assertThat(line.length() <= 78 || line.lastIndexOf(' ') < 78)
                        .as(line)
                        .isTrue());
    }

    static Stream<Arguments> everythingWithoutMarkup() {
        return everything()
                .filter(arguments -> !((Sample) arguments.get()[0]).filled().equals(Values.MARKUP.name()));
    }

    @ParameterizedTest
    @MethodSource("everythingWithoutMarkup")
    void nothingOfTheTemplateIsLeftOver(Sample sample, String language) {
        RenderedTemplate rendered = RENDERING.of(sample.notification(), language);

        assertThat(rendered.subject() + rendered.html() + rendered.text())
                .doesNotContain("${", "<#", "<@", "</@", "null", "Optional.empty", "P1D", "PT", "_WITH_", "_AND_");
    }
}
