package io.tidings.templates.catalogue;

import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What components of the catalogue's records must be. */
final class Rules {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_SECTIONS = 100;
    /** RFC 5321, 4.5.3.1.3. */
    private static final int MAX_ADDRESS = 254;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cc}]+@[^@\\s\\p{Cc}]+");

    private Rules() {}

    /** Something to read, on one line. */
    static void requireText(String field, String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    field, "must not be blank, nor longer than " + MAX_LENGTH + " characters");
        }
        if (CONTROL.matcher(value).find()) {
            throw new InvalidArgumentException(field, "must be one line, without control characters");
        }
    }

    static void requireRange(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidArgumentException(field, "must be from " + min + " to " + max);
        }
    }

    static void requireFiscalYear(int year) {
        requireRange("fiscalYear", year, 1900, 9999);
    }

    static void requireSections(List<?> sections) {
        requireRange("number of sections", sections.size(), 1, MAX_SECTIONS);
    }

    /** A page that can be opened from anywhere, and that nobody reads or changes on the way. */
    static void requireLink(String field, URI link) {
        boolean https = "https".equalsIgnoreCase(link.getScheme()) && link.getHost() != null;
        if (!https || link.getRawUserInfo() != null || link.toString().length() > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    field,
                    "must be an absolute https address without a user, such as https://portal.example.gov/admin, of at most "
                            + MAX_LENGTH + " characters");
        }
    }

    /** The shape only: it is shown to a person, who will see what is wrong with it. */
    static void requireAddress(String field, String address) {
        if (address.length() > MAX_ADDRESS || !ADDRESS.matcher(address).matches()) {
            throw new InvalidArgumentException(
                    field,
                    "must be an e-mail address such as jane@example.gov, of at most " + MAX_ADDRESS + " characters");
        }
    }
}
