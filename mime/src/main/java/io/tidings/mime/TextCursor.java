package io.tidings.mime;

/** Goes through a text by code points; every line ending, whether CR LF, CR or LF, is one break. Not thread-safe. */
final class TextCursor {

    static final int END = -1;
    static final int BREAK = -2;

    private final String text;
    private int next;

    TextCursor(String text) {
        this.text = text;
    }

    /**
     * A code point, {@link #BREAK} or {@link #END}. Half a surrogate pair, which has no form in UTF-8, is a {@code ?}.
     */
    int next() {
        if (next == text.length()) {
            return END;
        }
        char c = text.charAt(next);
        if (c == '\n' || c == '\r') {
            next += c == '\r' && text.startsWith("\n", next + 1) ? 2 : 1;
            return BREAK;
        }
        if (!Character.isSurrogate(c)) {
            next++;
            return c;
        }
        int codePoint = text.codePointAt(next);
        next += Character.charCount(codePoint);
        return Character.isSupplementaryCodePoint(codePoint) ? codePoint : '?';
    }

    /** Whether nothing or a break comes next. */
    boolean atEndOfLine() {
        return next == text.length() || text.charAt(next) == '\n' || text.charAt(next) == '\r';
    }

    /** Whether this comes next. */
    boolean isBefore(String expected) {
        return text.startsWith(expected, next);
    }
}
