package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.InvalidArgumentException;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Section ACCEPTED = new Section("Active Case Data", SectionStatus.ACCEPTED);

    @Test
    void templatesAreNamedAfterTheTypes() {
        assertThat(submitted("Ohio", List.of(ACCEPTED), 2026, false).template().value())
                .isEqualTo("data-submitted");
        assertThat(new AccessRequestSubmitted("Ana", "Ohio").template().value()).isEqualTo("access-request-submitted");
        assertThat(new AccessRequestApproved("Ana", "Analyst", "Ohio")
                        .template()
                        .value())
                .isEqualTo("access-request-approved");
        assertThat(new AccountDeactivationWarning("Ana", 3, Instant.EPOCH)
                        .template()
                        .value())
                .isEqualTo("account-deactivation-warning");
    }

    @Test
    void textsMustSaySomething() {
        assertRefused("firstName", () -> new AccessRequestSubmitted(" ", "Ohio"));
        assertRefused("organisation", () -> new AccessRequestSubmitted("Ana", "\n"));
        assertRefused("role", () -> new AccessRequestApproved("Ana", "", "Ohio"));
        assertRefused("organisation", () -> submitted("", List.of(ACCEPTED), 2026, false));
        assertRefused("section name", () -> new Section(" ", SectionStatus.ACCEPTED));
        assertRefused("firstName", () -> new AccountDeactivationWarning("", 3, Instant.EPOCH));
    }

    @Test
    void textsAreBounded() {
        assertThatCode(() -> new AccessRequestSubmitted("x".repeat(500), "Ohio"))
                .doesNotThrowAnyException();
        assertRefused("firstName", () -> new AccessRequestSubmitted("x".repeat(501), "Ohio"));
    }

    @Test
    void numbersAreInTheirRange() {
        assertRefused("fiscalYear", () -> submitted("Ohio", List.of(ACCEPTED), 1899, false));
        assertRefused("fiscalYear", () -> submitted("Ohio", List.of(ACCEPTED), 10_000, false));
        assertRefused("days", () -> new AccountDeactivationWarning("Ana", 0, Instant.EPOCH));
        assertRefused("days", () -> new AccountDeactivationWarning("Ana", 181, Instant.EPOCH));
        assertRefused("number of sections", () -> submitted("Ohio", List.of(), 2026, false));
        assertRefused("number of sections", () -> submitted("Ohio", Collections.nCopies(101, ACCEPTED), 2026, false));
    }

    @Test
    void aRejectedSectionIsAnError() {
        List<Section> sections = List.of(ACCEPTED, new Section("Aggregate Data", SectionStatus.REJECTED));

        assertRefused("withErrors", () -> submitted("Ohio", sections, 2026, false));
        assertThatCode(() -> submitted("Ohio", sections, 2026, true)).doesNotThrowAnyException();
        assertThatCode(() -> submitted("Ohio", List.of(ACCEPTED), 2026, true)).doesNotThrowAnyException();
    }

    @Test
    void sectionsCannotBeChangedLater() {
        List<Section> sections = new ArrayList<>(List.of(ACCEPTED));
        DataSubmitted submitted = submitted("Ohio", sections, 2026, false);
        sections.clear();

        assertThat(submitted.sections()).containsExactly(ACCEPTED);
    }

    private static DataSubmitted submitted(String organisation, List<Section> sections, int year, boolean withErrors) {
        return new DataSubmitted(organisation, "TANF", sections, year, Instant.EPOCH, "Ana", withErrors);
    }

    private static void assertRefused(String field, ThrowingCallable construction) {
        assertThatThrownBy(construction)
                .isInstanceOfSatisfying(InvalidArgumentException.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field));
    }
}
