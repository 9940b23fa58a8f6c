package io.tidings.adapter.smtplegacy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tags and metadata back from decoded headers, as who receives a report of failure would. */
final class AnnotationReader {

    private static final Pattern PHRASE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private AnnotationReader() {}

    /** @param keywords empty if there is no such header */
    static List<String> tags(String keywords) {
        return PHRASE.matcher(keywords)
                .results()
                .map(phrase -> phrase.group(1).replaceAll("\\\\(.)", "$1"))
                .toList();
    }

    /** @param header empty if there is none */
    static Map<String, String> metadata(String header) {
        return Stream.of(header.split("; "))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(
                        entry -> entry[0], entry -> URLDecoder.decode(entry[1], StandardCharsets.UTF_8)));
    }
}
