package io.tidings.spi;

import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text of a setting. The errors say what the value must be, and never what it is. */
final class SettingValues {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(b|kb|mb|gb)?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Integer> SHIFTS = Map.of("", 0, "b", 0, "kb", 10, "mb", 20, "gb", 30);

    /** The field of the errors that only repeat what the key's type says. */
    static final String FIELD = "value";

    private SettingValues() {}

    static boolean flag(String value) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        throw mustBe("true or false");
    }

    static int integer(String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw mustBe("a whole number from " + min + " to " + max);
        }
        throw mustBe("a whole number from " + min + " to " + max);
    }

    static Duration duration(String value, Duration min, Duration max) {
        Duration duration = parseDuration(value);
        if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
            throw mustBe("from " + format(min) + " to " + format(max));
        }
        return duration;
    }

    private static Duration parseDuration(String value) {
        Matcher simple = DURATION.matcher(value);
        if (simple.matches()) {
            return Duration.ofMillis(
                    Math.multiplyExact(Long.parseLong(simple.group(1)), MILLIS.getOrDefault(simple.group(2), 0L)));
        }
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw mustBe("a duration such as 500ms, 30s, 5m, 2h or 7d");
        }
    }

    /** The shortest way to write it. */
    static String format(Duration duration) {
        long millis = duration.toMillis();
        return Stream.of("d", "h", "m", "s", "ms")
                .filter(unit -> millis % MILLIS.getOrDefault(unit, 1L) == 0)
                .findFirst()
                .map(unit -> millis / MILLIS.getOrDefault(unit, 1L) + unit)
                .orElseThrow();
    }

    static long size(String value) {
        Matcher size = SIZE.matcher(value);
        if (!size.matches()) {
            throw mustBe("a size such as 512, 64kB, 25MB or 1GB");
        }
        String unit = size.group(2) == null ? "" : size.group(2).toLowerCase(Locale.ROOT);
        return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << SHIFTS.getOrDefault(unit, 0));
    }

    static <E extends Enum<E>> List<String> choices(Class<E> constants) {
        return Stream.of(constants.getEnumConstants())
                .map(SettingValues::spelling)
                .toList();
    }

    static <E extends Enum<E>> E choice(String value, Class<E> constants) {
        return Stream.of(constants.getEnumConstants())
                .filter(constant -> spelling(constant).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> mustBe("one of " + String.join(", ", choices(constants))));
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static URI uri(String value) {
        try {
            URI uri = new URI(value);
            if (uri.isAbsolute() && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw mustBe("a URI with scheme and host");
        }
        throw mustBe("a URI with scheme and host");
    }

    static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw mustBe("a path");
        }
    }

    static Locale locale(String value) {
        try {
            return new Locale.Builder().setLanguageTag(value).build();
        } catch (IllformedLocaleException e) {
            throw mustBe("a language tag such as es-MX");
        }
    }

    static <T> List<T> list(String value, Function<String, T> parser) {
        List<T> elements = new ArrayList<>();
        for (String element : value.split(",", -1)) {
            if (element.isBlank()) {
                throw new InvalidArgumentException("list", "must not have empty places");
            }
            elements.add(parser.apply(element.strip()));
        }
        return List.copyOf(elements);
    }

    private static InvalidArgumentException mustBe(String what) {
        return new InvalidArgumentException(FIELD, "must be " + what);
    }
}
