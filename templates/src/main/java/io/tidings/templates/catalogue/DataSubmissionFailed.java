package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Data were to be submitted and none of them arrived; tells who tried or is responsible for them which sections to
 * submit again. Immutable.
 *
 * @param organisation whose data they are, such as a state or tribe
 * @param sections the names of the sections, such as {@code Active Case Data}: 1 to 100
 * @param fiscalYear from 1900 to 9999
 * @param attemptedAt when; shown in the reader's zone
 */
public record DataSubmissionFailed(String organisation, List<String> sections, int fiscalYear, Instant attemptedAt)
        implements Notification {

    /** @throws InvalidArgumentException if a component breaks its rule */
    public DataSubmissionFailed {
        Rules.requireText("organisation", organisation);
        sections = List.copyOf(sections);
        Rules.requireSections(sections);
        sections.forEach(section -> Rules.requireText("section name", section));
        Rules.requireFiscalYear(fiscalYear);
        Objects.requireNonNull(attemptedAt, "attemptedAt");
    }
}
