package io.tidings.benchmarks;

import io.tidings.Notification;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.templates.catalogue.AccountDeactivationWarning;
import io.tidings.templates.catalogue.DataSubmitted;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Messages of the catalogue that are measured, and their reader. */
public enum Message {
    /** Three strings. */
    ACCESS_REQUEST_APPROVED,
    /** A string, a number and a moment. */
    ACCOUNT_DEACTIVATION_WARNING,
    /** A table of four rows, three strings, a number and a moment. */
    DATA_SUBMITTED;

    static final Locale LOCALE = Locale.US;
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Its values occur in its texts where they are printed, and nowhere else. */
    Notification notification() {
        Instant moment = Instant.parse("2026-03-05T19:30:00Z");
        return switch (this) {
            case ACCESS_REQUEST_APPROVED -> new AccessRequestApproved("Josephine", "Data Analyst", "New Jersey");
            case ACCOUNT_DEACTIVATION_WARNING -> new AccountDeactivationWarning("Josephine", 83, moment);
            case DATA_SUBMITTED ->
                new DataSubmitted(
                        "New Jersey",
                        "TANF",
                        List.of(
                                new Section("Active Case Data", SectionStatus.ACCEPTED),
                                new Section("Closed Case Data", SectionStatus.ACCEPTED_WITH_ERRORS),
                                new Section("Aggregate Data", SectionStatus.PARTIALLY_ACCEPTED),
                                new Section("Stratum Data", SectionStatus.REJECTED)),
                        2025,
                        moment,
                        "Josephine Miller",
                        true);
        };
    }
}
