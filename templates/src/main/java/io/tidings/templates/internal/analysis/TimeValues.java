package io.tidings.templates.internal.analysis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind a dot after each type of {@code java.time}. */
final class TimeValues {

    private static final Set<String> TEXTS = Set.of("date", "time", "zone", "iso", "monthName", "weekday");
    private static final List<String> DATE = List.of("date", "iso", "year", "month", "day", "monthName", "weekday");
    private static final List<String> TIME = List.of("time", "iso", "hour", "minute");
    private static final List<String> DATE_TIME =
            List.of("date", "time", "iso", "year", "month", "day", "hour", "minute", "monthName", "weekday");
    private static final List<String> MOMENT =
            List.of("date", "time", "zone", "iso", "year", "month", "day", "hour", "minute", "monthName", "weekday");

    private static final Map<Class<?>, List<String>> NAMES = Map.ofEntries(
            Map.entry(Instant.class, MOMENT),
            Map.entry(OffsetDateTime.class, MOMENT),
            Map.entry(ZonedDateTime.class, MOMENT),
            Map.entry(LocalDateTime.class, DATE_TIME),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(OffsetTime.class, List.of("time", "zone", "iso", "hour", "minute")),
            Map.entry(YearMonth.class, List.of("iso", "year", "month", "monthName")),
            Map.entry(MonthDay.class, List.of("iso", "month", "day", "monthName")),
            Map.entry(Month.class, List.of("iso", "month", "monthName")),
            Map.entry(DayOfWeek.class, List.of("iso", "weekday")),
            Map.entry(Year.class, List.of("iso", "year")),
            Map.entry(Duration.class, List.of("iso", "days", "hours", "minutes", "seconds")),
            Map.entry(Period.class, List.of("iso", "years", "months", "days")));

    private TimeValues() {}

    static List<String> names(Class<?> type) {
        return NAMES.getOrDefault(type, List.of("iso"));
    }

    static Optional<Shape> value(Class<?> type, String name) {
        return names(type).contains(name)
                ? Optional.of(TEXTS.contains(name) ? Shapes.TEXT : Shapes.NUMBER)
                : Optional.empty();
    }
}
