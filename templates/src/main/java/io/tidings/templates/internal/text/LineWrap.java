package io.tidings.templates.internal.text;

/**
 * Wraps plain text at 78 columns (RFC 5322, section 2.1.1), and leaves alone what fits.
 *
 * <p>A longer line is broken at blanks, and between characters of scripts that have none. Line breaks that are there
 * stay. What holds together, such as a link, stays whole and may be longer. The lines that follow a broken one begin as
 * it did: behind its indentation, under the text of an item ({@code * }, {@code - }, {@code 1. }), under a value that
 * two blanks part from its {@code Label:}, and with the {@code > } of a quotation. Wrapping twice changes nothing more.
 *
 * <p>East Asian characters and emoji take two columns, combining marks none; a tab counts as one.
 */
public final class LineWrap {

    /** What stands before the text of a line takes up to half of it; the rest of a longer one is text, too. */
    static final int MAX_PREFIX = Columns.MAX / 2;

    private LineWrap() {}

    /** The same instance if no line is too long. */
    public static String wrap(String text) {
        int start = firstLongLine(text, 0);
        if (start == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + text.length() / 16);
        int copied = 0;
        while (start < text.length()) {
            out.append(text, copied, start);
            int end = endOfLine(text, start);
            appendFolded(out, text.substring(start, end));
            copied = end;
            start = firstLongLine(text, end);
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Where the next line that is too long begins, or the length of the text. */
    private static int firstLongLine(String text, int from) {
        int start = from;
        int columns = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                start = i + 1;
                columns = 0;
            } else if (c < '\u0300') {
                columns++;
            } else {
                int codePoint = Columns.codePointAt(text, i, text.length());
                columns += Columns.of(codePoint);
                i += Character.charCount(codePoint) - 1;
            }
            if (columns > Columns.MAX) {
                return start;
            }
        }
        return text.length();
    }

    private static int endOfLine(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private static void appendFolded(StringBuilder out, String line) {
        int quote = endOfQuote(line);
        int indent = Fold.skipBlanks(line, quote, line.length());
        if (indent > MAX_PREFIX) {
            String prefix = line.substring(0, Math.max(quote, MAX_PREFIX));
            Fold.append(out, prefix, prefix, line.substring(indent), Columns.MAX);
            return;
        }
        int begin = endOfLabel(line, endOfBullets(line, indent));
        String rest = line.substring(0, indent) + " ".repeat(Columns.of(line, indent, begin));
        Fold.append(out, line.substring(0, begin), rest, line.substring(begin), Columns.MAX);
    }

    /** Behind all {@code >} that the line begins with, indented or not; there may be a blank between two of them. */
    private static int endOfQuote(String line) {
        int next = Fold.skipBlanks(line, 0, line.length());
        int end = 0;
        while (next < line.length() && line.charAt(next) == '>') {
            end = next + 1;
            next = line.startsWith(" >", end) ? end + 1 : end;
        }
        return end > MAX_PREFIX ? 0 : end;
    }

    /** Items whose first line is an item of another list have several. */
    private static int endOfBullets(String line, int from) {
        int end = from;
        int next = endOfBullet(line, from);
        while (next > end) {
            end = next;
            next = endOfBullet(line, end);
        }
        return end;
    }

    private static int endOfBullet(String line, int from) {
        int i = from;
        if (i < line.length() && "*-+•".indexOf(line.charAt(i)) >= 0) {
            i++;
        } else {
            while (i < line.length() && i < from + 3 && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
                i++;
            }
            if (i == from || i == line.length() || ".)".indexOf(line.charAt(i)) < 0) {
                return from;
            }
            i++;
        }
        int end = Fold.skipBlanks(line, i, line.length());
        return end > i && end <= MAX_PREFIX ? end : from;
    }

    /** Behind a colon and two or more blanks. */
    private static int endOfLabel(String line, int from) {
        for (int i = from; i < line.length() && i < MAX_PREFIX; i++) {
            if (line.charAt(i) == ':') {
                int end = Fold.skipBlanks(line, i + 1, line.length());
                if (end - i > 2) {
                    return Columns.of(line, 0, end) <= MAX_PREFIX ? end : from;
                }
            }
        }
        return from;
    }
}
