package io.tidings.templates.internal.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a link leads, as text. */
record Link(String address) {

    private static final Pattern NOT_FOR_READERS = Pattern.compile("(?i)(javascript|vbscript|data|about):.*");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(https?://|mailto:|tel:)");

    /** Nothing if it leads nowhere that a reader of text could go. */
    static @Nullable Link of(String href) {
        String address = clean(href.strip());
        if (address.startsWith("#") || NOT_FOR_READERS.matcher(address).matches()) {
            return null;
        }
        if (address.startsWith("//")) {
            address = "https:" + address;
        } else if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7).replaceFirst("\\?.*", "");
        } else if (address.regionMatches(true, 0, "tel:", 0, 4)) {
            address = address.substring(4);
        }
        return address.isEmpty() ? null : new Link(address);
    }

    /** As browsers do: without line breaks, blanks encoded. */
    private static String clean(String href) {
        StringBuilder address = new StringBuilder(href.length());
        href.codePoints().forEach(c -> {
            if (c == ' ') {
                address.append("%20");
            } else if (Character.isSpaceChar(c)) {
                address.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
            } else if (!Character.isISOControl(c) && !Character.isIdentifierIgnorable(c)) {
                address.appendCodePoint(Inline.isLoneSurrogate(c) ? 0xFFFD : c);
            }
        });
        return address.toString();
    }

    /** Whether mail programs make a link of it that might swallow the characters next to it. */
    boolean isUrl() {
        return address.contains("://");
    }

    /** Whether a label says the same, perhaps in a shorter form, so that one of them is enough. */
    boolean isSaidBy(String label) {
        if (plain(label).equals(plain(address))) {
            return true;
        }
        String digits = digits(label);
        return digits.length() > 6
                && address.matches("\\+?[0-9().-]+")
                && digits(address).endsWith(digits);
    }

    private static String plain(String address) {
        String plain = SCHEME.matcher(address.toLowerCase(Locale.ROOT)).replaceFirst("");
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String digits(String text) {
        return text.matches("[0-9 ().+/-]*") ? text.replaceAll("[^0-9]", "") : "";
    }
}
