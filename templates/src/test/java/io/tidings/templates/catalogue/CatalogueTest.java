package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateModel;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant MOMENT = Instant.parse("2026-03-03T14:15:00Z");
    private static final FreeMarkerTemplatePort PORT = FreeMarkerTemplatePort.create();
    private static final List<String> LANGUAGES = List.of("en", "es", "es-MX", "fr");

    static Stream<Notification> notifications() {
        return notifications("Ana", "Ohio", "Active Case Data");
    }

    private static Stream<Notification> notifications(String person, String organisation, String other) {
        return Stream.of(
                submitted(person, organisation, other, false),
                submitted(person, organisation, other, true),
                new AccessRequestSubmitted(person, organisation),
                new AccessRequestApproved(person, other, organisation),
                new AccountDeactivationWarning(person, 10, MOMENT));
    }

    private static DataSubmitted submitted(String person, String organisation, String section, boolean withErrors) {
        List<Section> sections = withErrors
                ? Stream.of(SectionStatus.values())
                        .map(status -> new Section(section, status))
                        .toList()
                : List.of(new Section(section, SectionStatus.ACCEPTED));
        return new DataSubmitted(organisation, "TANF", sections, 2026, MOMENT, person, withErrors);
    }

    static Stream<Arguments> inEveryLanguage() {
        return notifications()
                .flatMap(notification -> LANGUAGES.stream().map(language -> Arguments.of(notification, language)));
    }

    @Test
    void subjectsSayWhatHappened() {
        assertThat(notifications().map(n -> render(n, "en").subject()))
                .containsExactly(
                        "TANF data for Ohio, fiscal year 2026: submitted without errors",
                        "TANF data for Ohio, fiscal year 2026: submitted with errors",
                        "We received your request for access to Data Portal",
                        "Your access to Data Portal was approved",
                        "Your Data Portal account will be deactivated in 10 days");
    }

    @Test
    void subjectsSaySoInSpanish() {
        assertThat(notifications().map(n -> render(n, "es-MX").subject()))
                .containsExactly(
                        "Datos de TANF de Ohio, año fiscal 2026: enviados sin errores",
                        "Datos de TANF de Ohio, año fiscal 2026: enviados con errores",
                        "Recibimos su solicitud de acceso a Data Portal",
                        "Se aprobó su acceso a Data Portal",
                        "Su cuenta de Data Portal se desactivará en 10 días");
    }

    @Test
    void oneDayIsSingular() {
        Notification tomorrow = new AccountDeactivationWarning("Ana", 1, MOMENT);

        assertThat(render(tomorrow, "en").subject()).endsWith("in 1 day");
        assertThat(render(tomorrow, "es").subject()).endsWith("en 1 día");
        assertThat(text(tomorrow, "en") + html(tomorrow, "en").text())
                .contains("in 1 day,")
                .doesNotContain("1 days");
        assertThat(text(tomorrow, "es") + html(tomorrow, "es").text())
                .contains("en 1 día")
                .doesNotContain("1 días");
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void everyPartIsInTheReadersLanguageOrElseInEnglish(Notification notification, String language) {
        boolean spanish = language.startsWith("es");
        Document html = html(notification, language);

        assertThat(html.selectFirst("html").attr("lang")).isEqualTo(spanish ? "es" : "en");
        assertThat(html.selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(List.of(html.text(), text(notification, language))).allSatisfy(body -> assertThat(body)
                .contains(spanish ? "Recibe este mensaje" : "You receive this")
                .doesNotContain(spanish ? "receive" : "Recibe"));
    }

    @Test
    void momentsAreWrittenInTheTextsLanguageAndTheReadersZone() {
        Notification warning = new AccountDeactivationWarning("Ana", 10, MOMENT);

        assertThat(text(warning, "en")).contains("March 3, 2026, 9:15 AM EST");
        assertThat(text(warning, "fr")).contains("March 3, 2026, 9:15 AM EST");
        assertThat(text(warning, "es")).contains("3 de marzo de 2026, 9:15 EST");
        assertThat(html(warning, "es").text()).contains("3 de marzo de 2026, 9:15 EST");
        assertThat(PORT.render(
                                warning.template(),
                                TemplateModel.of(warning),
                                Locale.ENGLISH,
                                ZoneId.of("America/Los_Angeles"))
                        .text()
                        .orElseThrow())
                .contains("March 3, 2026, 6:15 AM PST");
    }

    @Test
    void sectionsStandInATable() {
        Document html = html(submitted("Ana", "Ohio", "Active Case Data", true), "es");

        assertThat(html.select("th").eachText()).containsExactly("Sección", "Estado");
        assertThat(html.select("tbody tr:has(td:nth-child(2)) td:nth-child(2)").eachText())
                .containsExactly("Aceptada", "Aceptada con errores", "Aceptada parcialmente", "Rechazada");
    }

    @Test
    void everyMessageLeadsToThePageThatItIsAbout() {
        assertThat(notifications().map(n -> html(n, "en").selectFirst("a").attr("href")))
                .containsExactly(
                        "https://portal.example.gov/submission-history",
                        "https://portal.example.gov/submission-history",
                        "https://portal.example.gov/profile",
                        "https://portal.example.gov/sign-in",
                        "https://portal.example.gov/sign-in");
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void linksAreInTheTextToo(Notification notification, String language) {
        assertThat(html(notification, language).select("a").eachAttr("href"))
                .allSatisfy(link -> assertThat(text(notification, language)).contains("\n" + link + "\n"));
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void textIsWrapped(Notification notification, String language) {
        assertThat(text(notification, language).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(78));
        assertThat(text(notification, language)).doesNotContain("\n\n\n", "<", "${");
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void htmlIsWhatMailProgramsUnderstand(Notification notification, String language) {
        Document html = html(notification, language);

        assertThat(html.select("script, style, link, iframe, form, [onclick]")).isEmpty();
        assertThat(html.outerHtml()).doesNotContain("http:");
        assertThat(html.select("table[width=600]")).hasSize(1);
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.title()).isEqualTo(html.selectFirst("h1").text()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatAValueSaysIsTextAndNothingElse(String language) {
        String nasty = "<script>x()</script><b>&amp;</b> & \"'><img src=x onerror=x()> ${1 + 1}";
        List<Notification> plain = notifications().toList();
        List<Notification> attacked = notifications(nasty, nasty, nasty).toList();

        for (int i = 0; i < plain.size(); i++) {
            Document expected = html(plain.get(i), language);
            Document html = html(attacked.get(i), language);
            assertThat(tags(html)).isEqualTo(tags(expected));
            assertThat(html.text())
                    .isEqualTo(expected.text()
                            .replace("Active Case Data", nasty)
                            .replace("Ohio", nasty)
                            .replace("Ana,", nasty + ",")
                            .replace("Ana ", nasty + " "));
            assertThat(text(attacked.get(i), language)).contains(nasty).doesNotContain("&lt;");
        }
    }

    static List<String> languages() {
        return LANGUAGES;
    }

    @Test
    void theBrandIsShown() {
        FreeMarkerTemplatePort port = new FreeMarkerTemplatePort(new FreeMarkerConfig(
                Optional.empty(),
                Locale.ENGLISH,
                false,
                Map.of(
                        "portal-name", "Grants & More",
                        "logo-url", "https://grants.example.gov/logo.png",
                        "support-address", "help@example.gov",
                        "team-name", "The grants team")));
        Notification notification = new AccessRequestSubmitted("Ana", "Ohio");
        RenderedTemplate rendered =
                port.render(notification.template(), TemplateModel.of(notification), Locale.ENGLISH, NEW_YORK);
        Document html = Jsoup.parse(rendered.html().orElseThrow());

        assertThat(rendered.subject()).isEqualTo("We received your request for access to Grants & More");
        assertThat(html.selectFirst("img").attr("alt")).isEqualTo("Grants & More");
        assertThat(html.select("a").eachAttr("href")).contains("mailto:help@example.gov");
        assertThat(rendered.text().orElseThrow()).contains("The grants team\nQuestions? Write to help@example.gov\n");
    }

    private static List<String> tags(Document html) {
        return html.getAllElements().stream().map(Element::tagName).toList();
    }

    private static Document html(Notification notification, String language) {
        return Jsoup.parse(render(notification, language).html().orElseThrow());
    }

    private static String text(Notification notification, String language) {
        return render(notification, language).text().orElseThrow();
    }

    private static RenderedTemplate render(Notification notification, String language) {
        return PORT.render(
                notification.template(), TemplateModel.of(notification), Locale.forLanguageTag(language), NEW_YORK);
    }
}
