package io.tidings.templates.internal;

import freemarker.core.Environment;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code java.time} value as templates see it: text in the language of the template, with further values behind a
 * dot, as {@link io.tidings.templates.FreeMarkerTemplatePort} lists them.
 *
 * <p>Date and time are formatted apart and joined here: how the JDK joins them changes with its version.
 */
final class TimeModel implements TemplateScalarModel, TemplateHashModel {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final Object value;
    /** The value itself, or what it is in the reader's zone; null for amounts of time and zones. */
    private final @Nullable TemporalAccessor shown;

    TimeModel(Object value, ZoneId zone) {
        this.value = value;
        this.shown = shownIn(zone, value);
    }

    static boolean shows(Object value) {
        boolean javaTime = value.getClass().getPackageName().equals("java.time");
        boolean printable = value instanceof TemporalAccessor || value instanceof Duration || value instanceof Period;
        return value instanceof ZoneId || (javaTime && printable);
    }

    private static @Nullable TemporalAccessor shownIn(ZoneId zone, Object value) {
        if (value instanceof Instant instant) {
            return instant.atZone(zone);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.atZoneSameInstant(zone);
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.withZoneSameInstant(zone);
        }
        return value instanceof TemporalAccessor other && !(value instanceof ZoneOffset) ? other : null;
    }

    @Override
    public String getAsString() {
        Locale locale = locale();
        if (value instanceof Month month) {
            return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        }
        if (value instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        }
        if (value instanceof ZoneId zone) {
            return ZoneNames.fullName(zone, locale);
        }
        if (value instanceof YearMonth month) {
            return format("LLLL uuuu", month, locale);
        }
        String date = date(locale);
        String time = time(locale);
        if (date == null && time == null) {
            return value.toString();
        }
        String zone = zone(locale);
        String both = date == null ? String.valueOf(time) : time == null ? date : date + ", " + time;
        return zone == null ? both : both + " " + zone;
    }

    @Override
    public @Nullable TemplateModel get(String key) {
        Locale locale = locale();
        return switch (key) {
            case "date" -> text(date(locale));
            case "time" -> text(time(locale));
            case "zone" -> text(zone(locale));
            case "iso" -> text(value.toString());
            case "year" -> number(ChronoField.YEAR);
            case "month" -> number(ChronoField.MONTH_OF_YEAR);
            case "day" -> number(ChronoField.DAY_OF_MONTH);
            case "hour" -> number(ChronoField.HOUR_OF_DAY);
            case "minute" -> number(ChronoField.MINUTE_OF_HOUR);
            case "monthName" -> has(ChronoField.MONTH_OF_YEAR) ? text(format("LLLL", shown, locale)) : null;
            case "weekday" -> has(ChronoField.DAY_OF_WEEK) ? text(format("cccc", shown, locale)) : null;
            case "years", "months", "days", "hours", "minutes", "seconds" -> amount(key);
            default -> null;
        };
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private @Nullable String date(Locale locale) {
        return has(ChronoField.EPOCH_DAY) ? plain(DATE.withLocale(locale).format(shown)) : null;
    }

    private @Nullable String time(Locale locale) {
        return has(ChronoField.SECOND_OF_DAY) ? plain(TIME.withLocale(locale).format(LocalTime.from(shown))) : null;
    }

    private @Nullable String zone(Locale locale) {
        if (shown instanceof ZonedDateTime moment) {
            return ZoneNames.shortName(moment, locale);
        }
        return shown instanceof OffsetTime time ? ZoneNames.name(time.getOffset()) : null;
    }

    private @Nullable TemplateModel amount(String unit) {
        if (value instanceof Duration duration) {
            return switch (unit) {
                case "days" -> new SimpleNumber(duration.toDaysPart());
                case "hours" -> new SimpleNumber(duration.toHoursPart());
                case "minutes" -> new SimpleNumber(duration.toMinutesPart());
                case "seconds" -> new SimpleNumber(duration.toSecondsPart());
                default -> null;
            };
        }
        if (value instanceof Period period) {
            return switch (unit) {
                case "years" -> new SimpleNumber(period.getYears());
                case "months" -> new SimpleNumber(period.getMonths());
                case "days" -> new SimpleNumber(period.getDays());
                default -> null;
            };
        }
        return null;
    }

    private boolean has(ChronoField field) {
        return shown != null && shown.isSupported(field);
    }

    private @Nullable TemplateModel number(ChronoField field) throws DateTimeException {
        return shown != null && shown.isSupported(field) ? new SimpleNumber(shown.get(field)) : null;
    }

    private static @Nullable TemplateModel text(@Nullable String text) {
        return text == null ? null : new SimpleScalar(text);
    }

    private static String format(String pattern, @Nullable TemporalAccessor moment, Locale locale) {
        return plain(DateTimeFormatter.ofPattern(pattern, locale).format(moment));
    }

    /** Newer JDKs put narrow spaces before AM and PM, which mail programs show as boxes. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    private static Locale locale() {
        return Environment.getCurrentEnvironment().getLocale();
    }
}
