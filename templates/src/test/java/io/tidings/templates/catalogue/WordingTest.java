package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import io.tidings.templates.catalogue.UpcomingSubmissionDeadline.Programme;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the messages say. */
class WordingTest {

    private static final Rendering RENDERING = Rendering.neutral();
    private static final AccountDeactivationWarning WARNING = new AccountDeactivationWarning("Ana", 10, Samples.MOMENT);

    @Test
    void subjectsSayWhatHappened() {
        assertThat(Samples.typical())
                .extracting(notification -> RENDERING.subject(notification, "en"))
                .containsExactly(
                        "Your Data Portal access request was submitted for review",
                        "Your access to Data Portal was approved",
                        "Your Data Portal access request was denied",
                        "3 access requests are waiting",
                        "Your Data Portal account will be deactivated in 10 days",
                        "Your Data Portal account was deactivated",
                        "An inactive Data Portal account was deactivated",
                        "TANF data for Ohio, fiscal year 2026: submitted with errors",
                        "Data submission failed: Ohio, fiscal year 2026",
                        "TANF and SSP data for quarter 1 of fiscal year 2026 are due on February 14, 2026",
                        "2 submitted files are stuck");
    }

    @Test
    void subjectsSaySoInSpanish() {
        assertThat(Samples.typical())
                .extracting(notification -> RENDERING.subject(notification, "es-MX"))
                .containsExactly(
                        "Su solicitud de acceso a Data Portal se envió a revisión",
                        "Se aprobó su acceso a Data Portal",
                        "Se denegó su solicitud de acceso a Data Portal",
                        "3 solicitudes de acceso pendientes",
                        "Su cuenta de Data Portal se desactivará en 10 días",
                        "Se desactivó su cuenta de Data Portal",
                        "Se desactivó una cuenta inactiva de Data Portal",
                        "Datos de TANF de Ohio, año fiscal 2026: enviados con errores",
                        "Falló el envío de datos: Ohio, año fiscal 2026",
                        "Datos de TANF y SSP, trimestre 1 del año fiscal 2026: fecha límite el 14 de febrero de 2026",
                        "2 archivos enviados están atascados");
    }

    @Test
    void withoutErrorsIsSaidInTheSubject() {
        Notification submitted = Samples.submitted(
                "Ohio", "TANF", List.of(new Section("Active Case Data", SectionStatus.ACCEPTED)), "Ana");

        assertThat(RENDERING.subject(submitted, "en")).endsWith("submitted without errors");
        assertThat(RENDERING.subject(submitted, "es")).endsWith("enviados sin errores");
    }

    @ParameterizedTest
    @CsvSource({
        "0, en, no requests for access to Data Portal are waiting",
        "1, en, 1 request for access to Data Portal is waiting",
        "2, en, 2 requests for access to Data Portal are waiting",
        "0, es, no hay solicitudes de acceso a Data Portal pendientes",
        "1, es, hay 1 solicitud de acceso a Data Portal pendiente de",
        "2, es, hay 2 solicitudes de acceso a Data Portal pendientes de",
    })
    void requestsAreCounted(int count, String language, String phrase) {
        assertBothSay(new AccessRequestCount(count, Samples.DAY, Samples.ADMINISTRATION), language, phrase);
    }

    @ParameterizedTest
    @CsvSource({
        "0, en, No access requests are waiting",
        "1, en, 1 access request is waiting",
        "2000, en, '2,000 access requests are waiting'",
        "0, es, No hay solicitudes de acceso pendientes",
        "1, es, 1 solicitud de acceso pendiente",
        "20000, es, 20.000 solicitudes de acceso pendientes",
    })
    void requestsAreCountedInSubjectAndTitle(int count, String language, String subject) {
        Notification waiting = new AccessRequestCount(count, Samples.DAY, Samples.ADMINISTRATION);

        assertThat(RENDERING.subject(waiting, language)).isEqualTo(subject);
        assertThat(RENDERING.html(waiting, language).title()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({"1, en, in 1 day", "3, en, in 3 days", "1, es, en 1 día", "3, es, en 3 días"})
    void daysAreCounted(int days, String language, String phrase) {
        Notification warning = new AccountDeactivationWarning("Ana", days, Samples.MOMENT);

        assertThat(RENDERING.subject(warning, language)).endsWith(phrase);
        assertBothSay(warning, language, phrase);
        assertThat(RENDERING.html(warning, language).text() + RENDERING.text(warning, language))
                .containsPattern(phrase + "[^a-z]")
                .doesNotContain("1 days", "1 días");
    }

    @ParameterizedTest
    @CsvSource({
        "1, en, This section was not received:, submit it again",
        "2, en, These sections were not received:, submit them again",
        "1, es, No se recibió esta sección:, Envíela de nuevo",
        "2, es, No se recibieron estas secciones:, Envíelas de nuevo",
    })
    void sectionsAreCounted(int count, String language, String phrase, String request) {
        List<String> sections = List.of("Active Case Data", "Aggregate Data").subList(0, count);
        Notification failed = new DataSubmissionFailed("Ohio", sections, 2026, Samples.MOMENT);

        assertBothSay(failed, language, phrase);
        assertBothSay(failed, language, request);
    }

    @Test
    void momentsAreWrittenInTheTextsLanguageAndTheReadersZone() {
        assertBothSay(WARNING, "en", "March 3, 2026, 9:15 AM EST");
        assertBothSay(WARNING, "fr", "March 3, 2026, 9:15 AM EST");
        assertBothSay(WARNING, "es", "3 de marzo de 2026, 9:15 EST");
        assertThat(RENDERING
                        .of(WARNING, "en", ZoneId.of("America/Los_Angeles"))
                        .text()
                        .orElseThrow())
                .contains("March 3, 2026, 6:15 AM PST");
    }

    @ParameterizedTest
    @CsvSource({
        "TANF, en, The TANF data for quarter 1",
        "TANF_AND_SSP, en, The TANF and SSP data for quarter 1",
        "TANF, es, datos de TANF del trimestre 1",
        "TANF_AND_SSP, es, datos de TANF y SSP del trimestre 1",
    })
    void programmesHaveNames(Programme programme, String language, String phrase) {
        assertBothSay(new UpcomingSubmissionDeadline("Ana", programme, 2026, 1, Samples.DAY), language, phrase);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Accepted,Accepted with errors,Partially accepted,Rejected'",
        "es, 'Aceptada,Aceptada con errores,Aceptada parcialmente,Rechazada'",
    })
    void sectionsStandInATable(String language, String statuses) {
        Notification submitted = Samples.typical().get(7);
        Document html = RENDERING.html(submitted, language);

        assertThat(html.select("th").eachText())
                .containsExactlyElementsOf(
                        language.equals("en") ? List.of("Section", "Status") : List.of("Sección", "Estado"));
        assertThat(html.select("table:has(> thead) tbody tr td:nth-child(2)").eachText())
                .containsExactly(statuses.split(","));
        assertThat(RENDERING.text(submitted, language)).contains("  * Active Case Data: Ac", "  * Stratum Data: Re");
    }

    /** Who asked for access, or has lost it, has no account. */
    @ParameterizedTest
    @CsvSource({"en, have an account", "es, tiene una cuenta"})
    void nobodyIsToldThatTheyHaveAnAccount(String language, String claim) {
        assertThat(Samples.typical()).allSatisfy(notification -> {
            assertThat(RENDERING.html(notification, language).text()).doesNotContain(claim);
            assertThat(RENDERING.text(notification, language)).doesNotContain(claim);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aLongNameIsCutBetweenCharacters(String before) {
        Notification failed =
                new DataSubmissionFailed(before + "😀".repeat(100), List.of("Aggregate Data"), 2026, Samples.MOMENT);

        assertThat(RENDERING.subject(failed, "en"))
                .matches("Data submission failed: " + before + "(😀){25,30}…, fiscal year 2026");
    }

    @Test
    void sectionsThatFailedStandInAListEachInItsOwnDirection() {
        Document html = RENDERING.html(
                new DataSubmissionFailed("Ohio", List.of("محمد (1)", "Aggregate Data"), 2026, Samples.MOMENT), "en");

        assertThat(html.select("ul > li > [dir=auto]").eachText()).containsExactly("محمد (1)", "Aggregate Data");
    }

    private static void assertBothSay(Notification notification, String language, String phrase) {
        assertThat(RENDERING.html(notification, language).text()).contains(phrase);
        assertThat(Rendering.unwrapped(RENDERING.text(notification, language))).contains(phrase);
    }
}
