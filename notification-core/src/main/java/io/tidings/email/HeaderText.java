package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.regex.Pattern;

/** The rules for text that ends up in a header of the message. */
final class HeaderText {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@](@|%40|\uff20|\ufe6b)[^\\s@]", Pattern.CASE_INSENSITIVE);

    private HeaderText() {}

    /** The text itself, once it is known to be harmless in a header and not too long. */
    static String require(String field, String text, int maxLength) {
        if (text.length() > maxLength) {
            throw new InvalidArgumentException(field, "must not be longer than " + maxLength + " characters");
        }
        if (hasForbidden(text)) {
            throw new InvalidArgumentException(field, "must not contain line breaks or other control characters");
        }
        return text;
    }

    /**
     * CR, LF and NUL would let text become a header of its own; other control characters have no business there either,
     * and half a surrogate pair is no character. A loop, because every message's texts go through it.
     */
    private static boolean hasForbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || (c >= 0x7f && c <= 0x9f)) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** As {@link #require}, and not blank. */
    static void requireNotBlank(String field, String text, int maxLength) {
        if (text.isBlank()) {
            throw new InvalidArgumentException(field, "must not be blank");
        }
        require(field, text, maxLength);
    }

    /**
     * As {@link #requireNotBlank}, and without anything that looks like an address, because providers keep it for good.
     */
    static void requireImpersonal(String field, String text, int maxLength) {
        if (ADDRESS.matcher(text).find()) {
            throw new InvalidArgumentException(
                    field, "must not contain an e-mail address: the provider keeps it for good");
        }
        requireNotBlank(field, text, maxLength);
    }
}
