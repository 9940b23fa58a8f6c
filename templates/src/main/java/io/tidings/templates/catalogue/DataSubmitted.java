package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Data were submitted and processed; tells who submitted or is responsible for them what became of each section, and
 * where the submission history is. Immutable.
 *
 * @param organisation whose data they are, such as a state or tribe
 * @param fileType which programme's file, such as {@code TANF}
 * @param sections the sections that were submitted: 1 to 100
 * @param fiscalYear from 1900 to 9999
 * @param submittedAt when; shown in the reader's zone
 * @param submittedBy the name of the person who submitted
 * @param withErrors whether errors were found; true if any section was not accepted as it is
 */
public record DataSubmitted(
        String organisation,
        String fileType,
        List<Section> sections,
        int fiscalYear,
        Instant submittedAt,
        String submittedBy,
        boolean withErrors)
        implements Notification {

    /** @throws InvalidArgumentException if a component breaks its rule */
    public DataSubmitted {
        Rules.requireText("organisation", organisation);
        Rules.requireText("fileType", fileType);
        sections = List.copyOf(sections);
        Rules.requireSections(sections);
        Rules.requireFiscalYear(fiscalYear);
        Objects.requireNonNull(submittedAt, "submittedAt");
        Rules.requireText("submittedBy", submittedBy);
        if (!withErrors && sections.stream().anyMatch(section -> section.status() != SectionStatus.ACCEPTED)) {
            throw new InvalidArgumentException("withErrors", "must be true if a section was not accepted as it is");
        }
    }

    /**
     * One part of what was submitted.
     *
     * @param name such as {@code Active Case Data}
     * @param status what became of it
     */
    public record Section(String name, SectionStatus status) {

        /** @throws InvalidArgumentException if the name breaks the rule for texts */
        public Section {
            Rules.requireText("section name", name);
            Objects.requireNonNull(status, "status");
        }
    }

    /** What became of a section. */
    public enum SectionStatus {
        /** Without errors. */
        ACCEPTED,
        /** All of it, although there are errors. */
        ACCEPTED_WITH_ERRORS,
        /** Only the records without errors. */
        PARTIALLY_ACCEPTED,
        /** None of it. */
        REJECTED
    }
}
