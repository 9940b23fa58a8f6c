package io.tidings.mime;

import io.tidings.email.EmailAddress;
import java.util.List;

/**
 * Writes header fields and folds them (RFC 5322, 2.2.3): at 76 characters where a lone space or the syntax allows it,
 * and never so that a line could have more than 998 octets. Text that could be read as anything but itself is encoded.
 * Not thread-safe.
 */
final class HeaderFields {

    /** Of a line: what RFC 2047, 2 allows where there are encoded words, and RFC 5322 two more elsewhere. */
    private static final int PREFERRED = 76;

    /** Of what cannot be folded, so that it fits into a line behind the longest name. */
    private static final int LONGEST_PIECE = 900;

    /** Of a display name that is not encoded, so that it need not be folded. */
    private static final int LONGEST_NAME = 64;

    private final StringBuilder out;
    private int column;

    HeaderFields(StringBuilder out) {
        this.out = out;
    }

    /** A value that needs neither encoding nor folding. */
    void plain(String name, String value) {
        begin(name);
        put(" " + value);
        end();
    }

    /** Any text (RFC 5322, 3.6.5). */
    void text(String name, String value) {
        begin(name);
        if (isSafe(value) && longestPiece(value) <= LONGEST_PIECE) {
            put(" ");
            pieces(value);
        } else {
            words(value);
        }
        end();
    }

    /** One address or more (RFC 5322, 3.4). */
    void addresses(String name, List<EmailAddress> addresses) {
        begin(name);
        for (int i = 0; i < addresses.size(); i++) {
            String end = i + 1 < addresses.size() ? "," : "";
            if (addresses.get(i).displayName().isEmpty()) {
                token(addresses.get(i).address() + end, i == 0);
            } else {
                displayName(addresses.get(i).displayName().get(), i == 0);
                token("<" + addresses.get(i).address() + ">" + end, false);
            }
        }
        end();
    }

    /** A value with parameters (RFC 2045, 5.1), each written out. */
    void parameters(String name, String value, List<String> parameters) {
        begin(name);
        put(" " + value);
        for (String parameter : parameters) {
            put(";");
            token(parameter, false);
        }
        end();
    }

    private void displayName(String name, boolean first) {
        String quoted = isAtoms(name) ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        if (isSafe(name) && !name.contains("  ") && quoted.length() <= LONGEST_NAME) {
            token(quoted, first);
        } else {
            words(name);
        }
    }

    /** Without tabs and encoded words, and no space that could be taken for padding. */
    private static boolean isSafe(String value) {
        return !value.contains("=?")
                && !value.startsWith(" ")
                && !value.endsWith(" ")
                && value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** RFC 5322, 3.2.3. */
    private static boolean isAtoms(String name) {
        return name.chars()
                .allMatch(c -> c == ' ' || Character.isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0);
    }

    private static int longestPiece(String value) {
        int longest = 0;
        for (int from = 0; from < value.length(); from = endOfPiece(value, from)) {
            longest = Math.max(longest, endOfPiece(value, from) - from);
        }
        return longest;
    }

    private void pieces(String value) {
        int to;
        for (int from = 0; from < value.length(); from = to) {
            to = endOfPiece(value, from);
            if (from > 0 && column + to - from > PREFERRED) {
                out.append("\r\n");
                column = 0;
            }
            put(value.substring(from, to));
        }
    }

    /** Where it can be folded next, or the end. */
    private static int endOfPiece(String value, int from) {
        int space = value.indexOf(' ', from + 1);
        while (space >= 0 && !canBeFolded(value, space)) {
            space = value.indexOf(' ', space + 1);
        }
        return space < 0 ? value.length() : space;
    }

    /** Some readers merge spaces when they unfold, or do not unfold behind a backslash. */
    private static boolean canBeFolded(String value, int space) {
        char before = value.charAt(space - 1);
        return before != ' ' && before != '\\' && !value.startsWith(" ", space + 1);
    }

    private void words(String value) {
        if (column + 1 + EncodedWords.LEAST_ROOM > PREFERRED) {
            fold();
        } else {
            put(" ");
        }
        List<String> words = EncodedWords.of(value, PREFERRED - column);
        put(words.get(0));
        for (String word : words.subList(1, words.size())) {
            fold();
            put(word);
        }
    }

    /** A space and the token; folded there if the line would become too long, but not before the first. */
    private void token(String token, boolean first) {
        if (!first && column + 1 + token.length() > PREFERRED) {
            fold();
        } else {
            put(" ");
        }
        put(token);
    }

    private void begin(String name) {
        column = 0;
        put(name + ":");
    }

    private void fold() {
        out.append("\r\n ");
        column = 1;
    }

    private void put(String text) {
        out.append(text);
        column += text.length();
    }

    private void end() {
        out.append("\r\n");
    }
}
