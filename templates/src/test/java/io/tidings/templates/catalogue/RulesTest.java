package io.tidings.templates.catalogue;

import static io.tidings.templates.catalogue.Samples.ADMINISTRATION;
import static io.tidings.templates.catalogue.Samples.DAY;
import static io.tidings.templates.catalogue.Samples.MOMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.InvalidArgumentException;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import io.tidings.templates.catalogue.StuckFiles.StuckFile;
import io.tidings.templates.catalogue.UpcomingSubmissionDeadline.Programme;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final Section ACCEPTED = new Section("Active Case Data", SectionStatus.ACCEPTED);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "Ana\n", "Ana\r\nBcc: x", "A\0na", "A\u0085na", "A\u2028na", "A\u2029na"})
    void textsSaySomethingOnOneLine(String text) {
        assertRefused("firstName", () -> new AccessRequestSubmitted(text, "Ohio"));
        assertRefused("organisation", () -> new AccessRequestSubmitted("Ana", text));
        assertRefused("firstName", () -> new AccessRequestApproved(text, "Analyst", "Ohio"));
        assertRefused("role", () -> new AccessRequestApproved("Ana", text, "Ohio"));
        assertRefused("organisation", () -> new AccessRequestApproved("Ana", "Analyst", text));
        assertRefused("firstName", () -> new AccessRequestDenied(text));
        assertRefused("firstName", () -> new AccountDeactivationWarning(text, 3, MOMENT));
        assertRefused("firstName", () -> new AccountDeactivated(text));
        assertRefused("name", () -> new AccountDeactivatedAdmin(text, "ana@example.gov"));
        assertRefused("organisation", () -> Samples.submitted(text, "TANF", List.of(ACCEPTED), "Ana"));
        assertRefused("fileType", () -> Samples.submitted("Ohio", text, List.of(ACCEPTED), "Ana"));
        assertRefused("submittedBy", () -> Samples.submitted("Ohio", "TANF", List.of(ACCEPTED), text));
        assertRefused("section name", () -> new Section(text, SectionStatus.ACCEPTED));
        assertRefused("organisation", () -> new DataSubmissionFailed(text, List.of("Aggregate Data"), 2026, MOMENT));
        assertRefused("section name", () -> new DataSubmissionFailed("Ohio", List.of(text), 2026, MOMENT));
        assertRefused("firstName", () -> new UpcomingSubmissionDeadline(text, Programme.TANF, 2026, 1, DAY));
        assertRefused("organisation", () -> Samples.file(text, "Aggregate Data", Duration.ZERO));
        assertRefused("section", () -> Samples.file("Ohio", text, Duration.ZERO));
    }

    @Test
    void textsAreBounded() {
        assertThatCode(() -> new AccessRequestDenied("x".repeat(500))).doesNotThrowAnyException();
        assertRefused("firstName", () -> new AccessRequestDenied("x".repeat(501)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1899, 10_000})
    void fiscalYearsHaveFourDigits(int year) {
        assertRefused(
                "fiscalYear", () -> new DataSubmitted("Ohio", "TANF", List.of(ACCEPTED), year, MOMENT, "Ana", false));
        assertRefused("fiscalYear", () -> new DataSubmissionFailed("Ohio", List.of("Aggregate Data"), year, MOMENT));
        assertRefused("fiscalYear", () -> new UpcomingSubmissionDeadline("Ana", Programme.TANF, year, 1, DAY));
        assertRefused(
                "fiscalYear",
                () -> new StuckFile("Ohio", "Aggregate Data", year, MOMENT, Duration.ZERO, ADMINISTRATION));
    }

    @Test
    void numbersAreInTheirRange() {
        assertRefused("count", () -> new AccessRequestCount(-1, DAY, ADMINISTRATION));
        assertRefused("count", () -> new AccessRequestCount(1_000_001, DAY, ADMINISTRATION));
        assertRefused("days", () -> new AccountDeactivationWarning("Ana", 0, MOMENT));
        assertRefused("days", () -> new AccountDeactivationWarning("Ana", 181, MOMENT));
        assertRefused("quarter", () -> new UpcomingSubmissionDeadline("Ana", Programme.TANF, 2026, 0, DAY));
        assertRefused("quarter", () -> new UpcomingSubmissionDeadline("Ana", Programme.TANF, 2026, 5, DAY));
        assertRefused("age", () -> Samples.file("Ohio", "Aggregate Data", Duration.ofNanos(-1)));
    }

    @Test
    void listsAreBounded() {
        String name = "Aggregate Data";

        assertRefused("number of sections", () -> Samples.submitted("Ohio", "TANF", List.of(), "Ana"));
        assertRefused(
                "number of sections",
                () -> Samples.submitted("Ohio", "TANF", Collections.nCopies(101, ACCEPTED), "Ana"));
        assertRefused("number of sections", () -> new DataSubmissionFailed("Ohio", List.of(), 2026, MOMENT));
        assertRefused(
                "number of sections",
                () -> new DataSubmissionFailed("Ohio", Collections.nCopies(101, name), 2026, MOMENT));
        assertThatCode(() -> Samples.stuck(10_000, name)).doesNotThrowAnyException();
        assertRefused("number of files", () -> Samples.stuck(10_001, name));
    }

    @Test
    void aRejectedSectionIsAnError() {
        List<Section> sections = List.of(ACCEPTED, new Section("Aggregate Data", SectionStatus.REJECTED));

        assertRefused("withErrors", () -> Samples.submitted("Ohio", "TANF", sections, "Ana"));
        assertThatCode(() -> new DataSubmitted("Ohio", "TANF", sections, 2026, MOMENT, "Ana", true))
                .doesNotThrowAnyException();
        assertThatCode(() -> new DataSubmitted("Ohio", "TANF", List.of(ACCEPTED), 2026, MOMENT, "Ana", true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "http://portal.example.gov/admin",
                "javascript:alert(1)",
                "mailto:ana@example.gov",
                "https:admin",
                "https:///admin",
                "https://ana:secret@portal.example.gov/",
            })
    void linksAreAbsoluteAndSafe(String link) {
        assertRefused("administration", () -> new AccessRequestCount(1, DAY, URI.create(link)));
        assertRefused(
                "link", () -> new StuckFile("Ohio", "Aggregate Data", 2026, MOMENT, Duration.ZERO, URI.create(link)));
    }

    @Test
    void linksAreBounded() {
        String link = "https://portal.example.gov/" + "x".repeat(473);

        assertThatCode(() -> new AccessRequestCount(1, DAY, URI.create(link))).doesNotThrowAnyException();
        assertRefused("administration", () -> new AccessRequestCount(1, DAY, URI.create(link + "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "@example.gov", "ana@", "a@b@c", "ana soto@example.gov", "ana@example.gov\n"})
    void anAddressHasAPlainShape(String address) {
        assertRefused("address", () -> new AccountDeactivatedAdmin("Ana", address));
    }

    @Test
    void anAddressIsBounded() {
        String address = "a".repeat(242) + "@example.gov";

        assertThatCode(() -> new AccountDeactivatedAdmin("Ana", address)).doesNotThrowAnyException();
        assertRefused("address", () -> new AccountDeactivatedAdmin("Ana", "a" + address));
    }

    @Test
    void anAddressIsNotPrinted() {
        assertThat(new AccountDeactivatedAdmin("Quxzy", "quxzy@example.gov").toString())
                .doesNotContainIgnoringCase("quxzy")
                .doesNotContain("example.gov");
    }

    @Test
    void listsCannotBeChangedLater() {
        List<Section> sections = new ArrayList<>(List.of(ACCEPTED));
        List<String> names = new ArrayList<>(List.of("Aggregate Data"));
        List<StuckFile> files = new ArrayList<>(Samples.stuck(1, "Ohio").files());
        DataSubmitted submitted = Samples.submitted("Ohio", "TANF", sections, "Ana");
        DataSubmissionFailed failed = new DataSubmissionFailed("Ohio", names, 2026, MOMENT);
        StuckFiles stuck = new StuckFiles(files);
        sections.clear();
        names.clear();
        files.clear();

        assertThat(submitted.sections()).hasSize(1);
        assertThat(failed.sections()).hasSize(1);
        assertThat(stuck.files()).hasSize(1);
    }

    private static void assertRefused(String field, ThrowingCallable construction) {
        assertThatThrownBy(construction)
                .isInstanceOfSatisfying(InvalidArgumentException.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field));
    }
}
