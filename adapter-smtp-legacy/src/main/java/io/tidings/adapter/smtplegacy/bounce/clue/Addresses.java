package io.tidings.adapter.smtplegacy.bounce.clue;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds e-mail addresses, in time that grows with the text and no faster. */
public final class Addresses {

    private static final int MOST = 2_000;
    private static final int LONGEST_LOCAL_PART = 2 * EmailAddress.MAX_LOCAL_PART;
    private static final String SIGNS = "!#$%&'*+/=?^_`{|}~.-";
    private static final String SIGNS_IN_FRONT = "'`*=/|.#&~!?{}^-";

    /** What stands before an address without a space. */
    private static final Pattern LABEL = Pattern.compile("(?i)(?:to|rcpt|orig_to|recipient|address|user|for)=");

    private static final Pattern TYPE = Pattern.compile("\\s*[A-Za-z0-9.-]{1,40}\\s*;\\s*");
    private static final Pattern EMBEDDED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})\\}");

    private Addresses() {}

    /**
     * An address in a text.
     *
     * @param start where it begins
     * @param end behind its last character
     */
    public record Found(EmailAddress address, int start, int end) {}

    /** All of them, in order, as far as the first 2,000 signs {@code @} go. */
    public static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        int tries = 0;
        for (int at = text.indexOf('@'); at >= 0 && tries < MOST; at = text.indexOf('@', at + 1)) {
            tries++;
            int start = start(text, at);
            int end = end(text, at);
            if (start < at && end > at + 1) {
                read(text.substring(start, end)).ifPresent(address -> found.add(new Found(address, start, end)));
            }
        }
        return found;
    }

    /**
     * The address in a field such as {@code Final-Recipient: rfc822; jane@example.org} (RFC 3464, 2.3.2; RFC 6533, 3).
     * Empty for an address of another world, such as X.400 or that of a mailbox on the host itself.
     */
    public static Optional<EmailAddress> typed(String value) {
        Matcher type = TYPE.matcher(value);
        String text = type.lookingAt() ? value.substring(type.end()) : value;
        text = EMBEDDED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
        List<Found> all = in(text);
        int open = text.lastIndexOf('<');
        return all.stream()
                .filter(found -> found.start() > open)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Found::address)
                .filter(address -> !address.localPart().startsWith("IMCEA"));
    }

    private static String character(String hex) {
        int codePoint = Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "?";
    }

    /** Empty if the text is none. */
    private static Optional<EmailAddress> read(String text) {
        try {
            return Optional.of(EmailAddress.of(text));
        } catch (InvalidArgumentException none) {
            return Optional.empty();
        }
    }

    private static int start(String text, int at) {
        int first = Math.max(0, at - LONGEST_LOCAL_PART);
        if (at > 1 && text.charAt(at - 1) == '"') {
            int open = text.lastIndexOf('"', at - 2);
            return open >= first ? open : at;
        }
        int start = at;
        while (start > first && isOfLocalPart(text.charAt(start - 1))) {
            start--;
        }
        Matcher label = LABEL.matcher(text).region(start, at);
        start = label.lookingAt() ? label.end() : start;
        while (start < at && SIGNS_IN_FRONT.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static boolean isOfLocalPart(char c) {
        return isOfWord(c) || SIGNS.indexOf(c) >= 0;
    }

    private static boolean isOfWord(char c) {
        return c < 0x80 ? Character.isLetterOrDigit(c) : c > 0xa0 && !isQuote(c);
    }

    /** Quotation marks and spaces beyond ASCII, in which some languages put an address. */
    private static boolean isQuote(char c) {
        return c == 0xab || c == 0xbb || (c >= 0x2000 && c <= 0x206f) || (c >= 0x3000 && c <= 0x301f) || c >= 0xff00;
    }

    private static int end(String text, int at) {
        int last = Math.min(text.length(), at + 1 + EmailAddress.MAX_ADDRESS);
        int end = at + 1;
        while (end < last
                && (isOfWord(text.charAt(end))
                        || text.charAt(end) == '-'
                        || (text.charAt(end) == '.' && !text.startsWith("..", end)))) {
            end++;
        }
        while (end > at + 1 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    /** Whether two are the same mailbox as nearly all hosts see it: without case. */
    public static boolean same(EmailAddress one, EmailAddress other) {
        return key(one).equals(key(other));
    }

    /** What is equal for addresses that are the {@link #same}. */
    public static String key(EmailAddress address) {
        return address.address().toLowerCase(Locale.ROOT);
    }
}
