package io.tidings.templates.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.template.TemplateId;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is verified is what templates see. */
class TimeValuesTest {

    private static final List<String> NAMES = List.of(
            "date",
            "time",
            "zone",
            "iso",
            "monthName",
            "weekday",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "years",
            "months",
            "days",
            "hours",
            "minutes",
            "seconds");
    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-03-03T14:15:00Z");

    @TempDir
    Path root;

    static Stream<Object> values() {
        return Stream.of(
                MOMENT,
                MOMENT.toInstant(),
                MOMENT.toZonedDateTime(),
                MOMENT.toLocalDateTime(),
                MOMENT.toLocalDate(),
                MOMENT.toLocalTime(),
                MOMENT.toOffsetTime(),
                YearMonth.of(2026, 3),
                MonthDay.of(3, 3),
                Month.MARCH,
                DayOfWeek.TUESDAY,
                Year.of(2026),
                Duration.ofHours(49),
                Period.ofDays(2),
                ZoneId.of("Europe/Madrid"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void theSameTextsAndNumbersStandBehindADot(Object value) throws IOException {
        StringBuilder text = new StringBuilder();
        NAMES.forEach(name -> text.append("<#if v.%1$s??>%1$s:${v.%1$s?is_number?c} </#if>".formatted(name)));
        Path folder = Files.createDirectories(root.resolve("note"));
        Files.writeString(folder.resolve("subject.ftl"), "S");
        Files.writeString(folder.resolve("text.ftl"), text + ".");
        FreeMarkerTemplatePort port =
                new FreeMarkerTemplatePort(new FreeMarkerConfig(Optional.of(root), Locale.ENGLISH, false, Map.of()));

        String seen = port.render(new TemplateId("note"), Map.of("v", value), Locale.ENGLISH, ZoneOffset.UTC)
                .text()
                .orElseThrow();

        Class<?> type = value instanceof ZoneId ? ZoneId.class : value.getClass();
        assertThat(List.of(seen.replace(".", "").strip().split("\\s+")))
                .containsExactlyInAnyOrderElementsOf(TimeValues.names(type).stream()
                        .map(name -> name + ":"
                                + TimeValues.value(type, name).orElseThrow().equals(Shapes.NUMBER))
                        .toList());
    }
}
