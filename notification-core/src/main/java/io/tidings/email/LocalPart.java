package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The part of an address before the {@code @} (RFC 5321, 4.1.2; RFC 6531, 3.3). */
final class LocalPart {

    private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{a0}-\\x{10ffff}-]+";
    private static final Pattern DOT_STRING = Pattern.compile(ATEXT + "(\\." + ATEXT + ")*");

    private LocalPart() {}

    /** The shortest way to write the local part: quoted only where it must be. */
    static String normalize(String given) {
        HeaderText.require("address", given, Integer.MAX_VALUE);
        boolean quoted = given.length() >= 2 && given.startsWith("\"") && given.endsWith("\"");
        String content = quoted ? unquote(given.substring(1, given.length() - 1)) : given;
        boolean plain = DOT_STRING.matcher(content).matches();
        if (!quoted && !plain) {
            throw new InvalidArgumentException(
                    "address", "must have a mailbox of letters, digits and the signs of RFC 5321 before the @");
        }
        if (content.isEmpty() || content.indexOf('\t') >= 0) {
            throw new InvalidArgumentException("address", "must have a mailbox before the @");
        }
        String normal = plain ? content : quote(content);
        if (normal.getBytes(StandardCharsets.UTF_8).length > EmailAddress.MAX_LOCAL_PART) {
            throw new InvalidArgumentException(
                    "address", "must have at most " + EmailAddress.MAX_LOCAL_PART + " octets before the @");
        }
        return normal;
    }

    /** Resolves the backslashes of a quoted string, of which the surrounding quotes were taken off. */
    static String unquote(String quoted) {
        StringBuilder content = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '"' || (c == '\\' && i + 1 == quoted.length())) {
                throw new InvalidArgumentException("address", "must have balanced quotes");
            }
            content.append(c == '\\' ? quoted.charAt(++i) : c);
        }
        return content.toString();
    }

    private static String quote(String content) {
        return '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
