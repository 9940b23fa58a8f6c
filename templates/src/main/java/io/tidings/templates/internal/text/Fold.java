package io.tidings.templates.internal.text;

/** Folds one long line into several. */
final class Fold {

    private static final String NEVER_FIRST = "、。，．・：；？！）］｝〕〉》」』】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…";
    private static final String NEVER_LAST = "（［｛〔〈《「『【";
    private static final String OPENING = "<([{\"'“‘«";

    private Fold() {}

    /**
     * Appends a line, or as many as it takes, without a line break at the end. The first begins with {@code first}, the
     * others with {@code rest}. What holds together stays whole, however long it is.
     */
    static void append(StringBuilder out, String first, String rest, CharSequence text, int width) {
        out.append(first);
        int column = Columns.of(first);
        boolean begun = false;
        int end = text.length();
        for (int at = 0; at < end; ) {
            int from = skipBlanks(text, at, end);
            if (from == end) {
                break;
            }
            int to = endOfUnit(text, from, end, from > at || at == 0);
            int columns = Columns.of(text, from, to);
            if (begun && column + (from - at) + columns > width) {
                out.append('\n').append(rest);
                column = Columns.of(rest);
            } else {
                out.append(text, at, from);
                column += from - at;
            }
            out.append(text, from, to);
            column += columns;
            begun = true;
            at = to;
        }
        if (!begun) {
            trimBlanks(out);
        }
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static int skipBlanks(CharSequence text, int from, int end) {
        int i = from;
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static void trimBlanks(StringBuilder out) {
        int length = out.length();
        while (length > 0 && isBlank(out.charAt(length - 1))) {
            length--;
        }
        out.setLength(length);
    }

    /** The end of what must not be parted: a word, an address, or a character of a script without blanks. */
    private static int endOfUnit(CharSequence text, int from, int end, boolean wordBegins) {
        boolean address = wordBegins && isAddress(text, from, end);
        int before = Columns.codePointAt(text, from, end);
        int i = from + Character.charCount(before);
        while (i < end && !isBlank(text.charAt(i))) {
            int c = Columns.codePointAt(text, i, end);
            if (!address && mayPart(before, c)) {
                return i;
            }
            i += Character.charCount(c);
            before = c;
        }
        return i;
    }

    private static boolean mayPart(int before, int after) {
        return (Columns.isIdeographic(before) || Columns.isIdeographic(after))
                && Columns.of(after) > 0
                && NEVER_FIRST.indexOf(after) < 0
                && NEVER_LAST.indexOf(before) < 0;
    }

    /** Whether a word begins with a scheme and {@code ://}. */
    private static boolean isAddress(CharSequence text, int from, int end) {
        int i = OPENING.indexOf(text.charAt(from)) < 0 ? from : from + 1;
        int scheme = i;
        while (i < end && isOfScheme(text.charAt(i))) {
            i++;
        }
        return i > scheme
                && i + 2 < end
                && text.charAt(i) == ':'
                && text.charAt(i + 1) == '/'
                && text.charAt(i + 2) == '/';
    }

    private static boolean isOfScheme(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '+' || c == '-' || c == '.';
    }
}
