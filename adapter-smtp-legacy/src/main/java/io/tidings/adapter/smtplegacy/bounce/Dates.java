package io.tidings.adapter.smtplegacy.bounce;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of RFC 5322, 3.3, with what some put around them. */
final class Dates {

    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2}) ([A-Za-z]{3}) (\\d{4}) (\\d{1,2}:\\d{2}(?::\\d{2})?) ([+-]\\d{4}|GMT|UTC?|Z)");

    private Dates() {}

    /** Empty if it is none, or has a zone by a name that could mean several. */
    static Optional<Instant> parse(String text) {
        Matcher date = DATE.matcher(text.replaceAll("\\s{1,20}", " "));
        if (!date.find()) {
            return Optional.empty();
        }
        String month = date.group(2).substring(0, 1).toUpperCase(Locale.ROOT)
                + date.group(2).substring(1).toLowerCase(Locale.ROOT);
        String time = date.group(4).indexOf(':') == 1 ? "0" + date.group(4) : date.group(4);
        String zone = date.group(5).matches("[+-].*") ? date.group(5) : "GMT";
        try {
            return Optional.of(OffsetDateTime.parse(
                            String.join(" ", date.group(1), month, date.group(3), time, zone),
                            DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
