package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeModelTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant MOMENT = Instant.parse("2026-03-03T14:15:00Z");

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | America/New_York | March 3, 2026, 9:15 AM EST
            en    | Europe/Madrid    | March 3, 2026, 3:15 PM CET
            en    | Z                | March 3, 2026, 2:15 PM UTC
            en    | UTC              | March 3, 2026, 2:15 PM UTC
            en    | +02:00           | March 3, 2026, 4:15 PM UTC+02:00
            en    | Asia/Tokyo       | March 3, 2026, 11:15 PM JST
            es    | America/New_York | 3 de marzo de 2026, 9:15 EST
            """)
    void momentsAreShownInTheReadersZone(String locale, String zone, String expected) {
        Folder folder = Folder.note(root, "${at}").with("note/text_es.ftl", "${at}");

        assertThat(folder.port()
                        .render(Folder.NOTE, Map.of("at", MOMENT), Locale.forLanguageTag(locale), ZoneId.of(zone))
                        .text())
                .contains(expected);
    }

    @Test
    void dateTimesWithAnOffsetOrZoneAreMoments() {
        assertThat(show(OffsetDateTime.parse("2026-03-03T15:15+01:00"))).isEqualTo("March 3, 2026, 9:15 AM EST");
        assertThat(show(ZonedDateTime.parse("2026-03-03T15:15+01:00[Europe/Madrid]")))
                .isEqualTo("March 3, 2026, 9:15 AM EST");
    }

    @Test
    void otherValuesAreShownAsTheyAre() {
        assertThat(show(LocalDate.of(2026, 3, 3))).isEqualTo("March 3, 2026");
        assertThat(show(LocalDateTime.of(2026, 3, 3, 21, 5))).isEqualTo("March 3, 2026, 9:05 PM");
        assertThat(show(LocalTime.of(21, 5))).isEqualTo("9:05 PM");
        assertThat(show(OffsetTime.of(21, 5, 0, 0, ZoneOffset.ofHours(2)))).isEqualTo("9:05 PM UTC+02:00");
        assertThat(show(Year.of(2026))).isEqualTo("2026");
        assertThat(show(YearMonth.of(2026, 3))).isEqualTo("March 2026");
        assertThat(show(Month.MARCH)).isEqualTo("March");
        assertThat(show(DayOfWeek.TUESDAY)).isEqualTo("Tuesday");
        assertThat(show(Duration.ofMinutes(90))).isEqualTo("PT1H30M");
        assertThat(show(Period.ofDays(3))).isEqualTo("P3D");
        assertThat(show(NEW_YORK)).isEqualTo("Eastern Time");
        assertThat(show(ZoneOffset.UTC)).isEqualTo("UTC");
    }

    @Test
    void partsOfAMomentAreBehindADot() {
        assertThat(print("${v.date}|${v.time}|${v.zone}|${v.iso}|${v.weekday}|${v.monthName}", MOMENT))
                .isEqualTo("March 3, 2026|9:15 AM|EST|2026-03-03T14:15:00Z|Tuesday|March");
        assertThat(print("${v.year?c} ${v.month} ${v.day} ${v.hour} ${v.minute}", MOMENT))
                .isEqualTo("2026 3 3 9 15");
    }

    @Test
    void partsOfAmountsAreNumbers() {
        assertThat(print("${v.days} ${v.hours} ${v.minutes} ${v.seconds}", Duration.parse("P2DT3H4M5S")))
                .isEqualTo("2 3 4 5");
        assertThat(print("${v.years} ${v.months} ${v.days}", Period.of(1, 2, 3)))
                .isEqualTo("1 2 3");
    }

    @Test
    void aPartThatAValueDoesNotHaveIsMissing() {
        assertThat(print("${(v.time)!'none'} ${(v.zone)!'none'}", LocalDate.of(2026, 3, 3)))
                .isEqualTo("none none");
    }

    @Test
    void noUnusualSpaceComesOut() {
        Folder folder = Folder.note(root, "${at}").with("note/text_es.ftl", "${at}");

        assertThat(folder.text(Map.of("at", MOMENT), Locale.forLanguageTag("es-MX")) + show(MOMENT))
                .doesNotContain("\u202f", "\u00a0");
    }

    private String show(Object value) {
        return print("${v}", value);
    }

    private String print(String template, Object value) {
        return Folder.note(root, template)
                .port()
                .render(Folder.NOTE, Map.of("v", value), Locale.ENGLISH, NEW_YORK)
                .text()
                .orElseThrow();
    }
}
