package io.tidings.benchmarks;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message's model for plain FreeMarker, which cannot show {@code java.time} values: moments are strings, formatted
 * beforehand. That is a favour to the peer.
 */
final class PlainModel {

    private PlainModel() {}

    static Map<String, Object> of(Map<String, Object> model) {
        Map<String, Object> plain = new LinkedHashMap<>(model);
        plain.replaceAll((name, value) -> value instanceof Instant instant ? print(instant) : value);
        return plain;
    }

    private static String print(Instant instant) {
        ZonedDateTime moment = instant.atZone(Message.ZONE);
        String date = format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), moment);
        String time = format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), moment);
        return date + ", " + time + " " + format(DateTimeFormatter.ofPattern("zzz"), moment);
    }

    private static String format(DateTimeFormatter formatter, ZonedDateTime moment) {
        // Newer JDKs put a narrow space before AM and PM.
        return formatter.withLocale(Message.LOCALE).format(moment).replace('\u202f', ' ');
    }

    /** The text with an interpolation for each of the model's values in it. */
    static String interpolate(String text, Map<String, Object> model) {
        Map<String, String> interpolations = new LinkedHashMap<>();
        collect("", model, interpolations);
        String anyValue = interpolations.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b"));
        return Pattern.compile(anyValue)
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(interpolations.get(match.group())));
    }

    private static void collect(String path, Object value, Map<String, String> interpolations) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (name, inner) -> collect(path.isEmpty() ? "" + name : path + "." + name, inner, interpolations));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(path + "[" + i + "]", list.get(i), interpolations);
            }
        } else if (value instanceof Number number) {
            interpolations.put(number.toString(), "${" + path + "?c}");
        } else if (value instanceof String string) {
            interpolations.put(string, "${" + path + "}");
        }
    }
}
