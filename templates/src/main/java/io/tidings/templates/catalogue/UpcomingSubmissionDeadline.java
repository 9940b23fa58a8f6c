package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A quarter's data are due soon; reminds somebody who submits them. Immutable.
 *
 * @param firstName theirs
 * @param programme which data they are to submit
 * @param fiscalYear from 1900 to 9999
 * @param quarter of the fiscal year, from 1 to 4
 * @param dueDate the last day on which the data are in time
 */
public record UpcomingSubmissionDeadline(
        String firstName, Programme programme, int fiscalYear, int quarter, LocalDate dueDate) implements Notification {

    /** @throws InvalidArgumentException if a component breaks its rule */
    public UpcomingSubmissionDeadline {
        Rules.requireText("firstName", firstName);
        Objects.requireNonNull(programme, "programme");
        Rules.requireFiscalYear(fiscalYear);
        Rules.requireRange("quarter", quarter, 1, 4);
        Objects.requireNonNull(dueDate, "dueDate");
    }

    /** Whose data are due. */
    public enum Programme {
        /** Temporary Assistance for Needy Families. */
        TANF,
        /** TANF, and Separate State Programs besides. */
        TANF_AND_SSP
    }
}
