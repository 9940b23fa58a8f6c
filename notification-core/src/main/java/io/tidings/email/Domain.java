package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of an address behind the {@code @}. */
final class Domain {

    private static final Pattern ASCII =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Letters that IDNA 2003, the JDK's version, maps to others, so that the mail would go to another domain. */
    private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private Domain() {}

    /** Lower case, international labels as A-labels. */
    static String normalize(String given) {
        if (given.length() > 255) {
            throw new InvalidArgumentException("address", "must have a domain of at most 255 octets");
        }
        String domain = (isAscii(given) ? given : toAscii(given)).toLowerCase(Locale.ROOT);
        if (domain.length() > 255 || !ASCII.matcher(domain).matches() || hasNumericTopLevel(domain)) {
            throw invalid();
        }
        return domain;
    }

    private static boolean isAscii(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNumericTopLevel(String domain) {
        for (int i = domain.lastIndexOf('.') + 1; i < domain.length(); i++) {
            if (domain.charAt(i) < '0' || domain.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String toAscii(String domain) {
        if (DEVIATION.matcher(domain).find()) {
            throw new InvalidArgumentException(
                    "address",
                    "has a letter in its domain that different standards map differently;"
                            + " give the domain in its xn-- form");
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static InvalidArgumentException invalid() {
        return new InvalidArgumentException("address", "must have a valid domain name behind the @");
    }
}
