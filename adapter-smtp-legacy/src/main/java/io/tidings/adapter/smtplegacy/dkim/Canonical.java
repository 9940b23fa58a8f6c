package io.tidings.adapter.smtplegacy.dkim;

import java.util.Locale;
import java.util.regex.Pattern;

/** Header fields in the relaxed canonical form (RFC 6376, 3.4.2). */
final class Canonical {

    private static final Pattern FOLD = Pattern.compile("\r\n(?=[ \t])");
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    private Canonical() {}

    /** @param field name, colon and value as they stand in the message; without the last line ending, as the result */
    static String field(String field) {
        int colon = field.indexOf(':');
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = FOLD.matcher(field.substring(colon + 1)).replaceAll("");
        return name + ":" + BLANKS.matcher(value).replaceAll(" ").strip();
    }
}
