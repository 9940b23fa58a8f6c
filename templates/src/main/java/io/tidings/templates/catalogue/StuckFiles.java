package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Files were submitted and are still not processed; tells administrators which. Immutable.
 *
 * <p>The templates show the first 20 files in the order that is given here, and then how many more there are, so that
 * no mail program cuts the message short: begin with what matters most, such as the oldest.
 *
 * @param files 0 to 10,000
 */
public record StuckFiles(List<StuckFile> files) implements Notification {

    /** @throws InvalidArgumentException if there are too many */
    public StuckFiles {
        files = List.copyOf(files);
        Rules.requireRange("number of files", files.size(), 0, 10_000);
    }

    /**
     * One file.
     *
     * @param organisation whose data it holds
     * @param section which of them, such as {@code Active Case Data}
     * @param fiscalYear from 1900 to 9999
     * @param submittedAt when; shown in the reader's zone
     * @param age how long ago that was when the list was made; not negative, shown as days, hours and minutes
     * @param link its page in the portal: absolute, https, at most 500 characters
     */
    public record StuckFile(
            String organisation, String section, int fiscalYear, Instant submittedAt, Duration age, URI link) {

        /** @throws InvalidArgumentException if a component breaks its rule */
        public StuckFile {
            Rules.requireText("organisation", organisation);
            Rules.requireText("section", section);
            Rules.requireFiscalYear(fiscalYear);
            Objects.requireNonNull(submittedAt, "submittedAt");
            if (age.isNegative()) {
                throw new InvalidArgumentException("age", "must not be negative");
            }
            Rules.requireLink("link", link);
        }
    }
}
