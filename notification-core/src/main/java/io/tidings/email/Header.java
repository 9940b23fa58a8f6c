package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header of the application's own. Headers that the message writes from its fields cannot be set this way.
 *
 * @param name 1 to 76 printable ASCII characters without a colon (RFC 5322, 2.2)
 * @param value any script, at most 10,000 characters, no line breaks or other control characters; encoded and folded by
 *     the adapter
 */
public record Header(String name, String value) {

    private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,76}");

    /** Written from the message's fields, or by hosts on the way. Lower case. */
    private static final Set<String> STRUCTURAL = Set.of(
            "from",
            "sender",
            "to",
            "cc",
            "bcc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "auto-submitted",
            "return-path",
            "received",
            "dkim-signature",
            "authentication-results",
            "delivered-to");

    public Header {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException(
                    "header name", "must be 1 to 76 printable ASCII characters without a colon");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (STRUCTURAL.contains(lower) || lower.startsWith("content-") || lower.startsWith("resent-")) {
            throw new InvalidArgumentException("header name", "must not be one that the message itself writes");
        }
        HeaderText.requireNotBlank("header value", value, 10_000);
    }

    /** Without the value. */
    @Override
    public String toString() {
        return "Header[" + name + "]";
    }
}
