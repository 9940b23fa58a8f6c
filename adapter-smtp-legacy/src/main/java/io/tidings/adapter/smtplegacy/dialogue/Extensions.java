package io.tidings.adapter.smtplegacy.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a relay says that it can do (RFC 5321, 4.1.1.1).
 *
 * @param parameters by keyword, both in upper case
 */
record Extensions(Map<String, String> parameters) {

    /** @param lines of the reply to EHLO; the first one is a greeting */
    static Extensions of(List<String> lines) {
        Map<String, String> parameters = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            // Old relays write AUTH=LOGIN beside, or in place of, AUTH LOGIN.
            String[] words = line.strip().toUpperCase(Locale.ROOT).split("[ =]", 2);
            parameters.merge(words[0], words.length > 1 ? words[1] : "", (one, other) -> one + " " + other);
        }
        return new Extensions(Map.copyOf(parameters));
    }

    boolean offers(String keyword) {
        return parameters.containsKey(keyword);
    }

    /** The mechanisms of AUTH. */
    Set<String> mechanisms() {
        return Stream.of(parameters.getOrDefault("AUTH", "").split(" +")).collect(Collectors.toUnmodifiableSet());
    }

    /** The most octets that a message may have; {@link Long#MAX_VALUE} if the relay states none (RFC 1870). */
    long maxSize() {
        String size = parameters.getOrDefault("SIZE", "").strip();
        return size.matches("[1-9]\\d{0,17}") ? Long.parseLong(size) : Long.MAX_VALUE;
    }
}
