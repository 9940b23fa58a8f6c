package io.tidings;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A guard for environments that are not production: who may be written to at all.
 *
 * <p>A pattern with an {@code @} is compared with the whole address, one without with the domain; {@code *} stands for
 * any characters. Case does not count.
 */
final class AllowedRecipients {

    private static final Pattern SYNTAX = Pattern.compile("[^\\s@,]+(@[^\\s@,]+)?");

    private final List<Pattern> addresses;
    private final List<Pattern> domains;

    /** @param patterns none allows everybody */
    AllowedRecipients(List<String> patterns) {
        patterns.forEach(pattern -> {
            if (!SYNTAX.matcher(pattern).matches()) {
                throw new InvalidArgumentException(
                        "allowed-recipients",
                        "must hold patterns such as jane@example.gov, *@example.gov or *.example.gov");
            }
        });
        addresses = patterns.stream()
                .filter(pattern -> pattern.contains("@"))
                .map(AllowedRecipients::glob)
                .toList();
        domains = patterns.stream()
                .filter(pattern -> !pattern.contains("@"))
                .map(AllowedRecipients::glob)
                .toList();
    }

    boolean isOn() {
        return size() > 0;
    }

    int size() {
        return addresses.size() + domains.size();
    }

    boolean allows(EmailAddress recipient) {
        String address = recipient.address().toLowerCase(Locale.ROOT);
        return !isOn()
                || addresses.stream()
                        .anyMatch(pattern -> pattern.matcher(address).matches())
                || domains.stream()
                        .anyMatch(pattern -> pattern.matcher(recipient.domain()).matches());
    }

    /** As addresses have their domain: international labels as A-labels. */
    private static String ascii(String domain) {
        try {
            return Stream.of(domain.split("\\.", -1))
                    .map(label -> label.contains("*") ? label : IDN.toASCII(label))
                    .collect(Collectors.joining("."));
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException("allowed-recipients", "must hold patterns with valid domain names");
        }
    }

    private static Pattern glob(String pattern) {
        int at = pattern.lastIndexOf('@') + 1;
        String ascii = pattern.substring(0, at) + ascii(pattern.substring(at));
        String quoted = Pattern.quote(ascii.toLowerCase(Locale.ROOT));
        return Pattern.compile(quoted.replace("*", "\\E.*\\Q"));
    }
}
