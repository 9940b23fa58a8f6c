package io.tidings.mime;

import java.io.IOException;

/**
 * Text as quoted-printable (RFC 2045, 6.7) in lines of at most 76 characters, which split no character of UTF-8. What a
 * relay or a mailbox file might change is escaped: white space at the end of a line, a dot or {@code From} at its
 * beginning (RFC 2049, 3).
 */
final class QuotedPrintable {

    /** Without the sign that joins a line to the next. */
    private static final int LINE = 75;

    private final Octets out;
    private int column;

    private QuotedPrintable(Octets out) {
        this.out = out;
    }

    static void write(String text, Octets out) throws IOException {
        QuotedPrintable writer = new QuotedPrintable(out);
        TextCursor cursor = new TextCursor(text);
        for (int next = cursor.next(); next != TextCursor.END; next = cursor.next()) {
            if (next == TextCursor.BREAK) {
                out.lineBreak();
                writer.column = 0;
            } else {
                writer.put(next, cursor);
            }
        }
    }

    private void put(int codePoint, TextCursor rest) throws IOException {
        boolean literal = isLiteral(codePoint, rest);
        int width = literal ? 1 : 3 * Utf8.length(codePoint);
        if (column + width > LINE) {
            out.put('=');
            out.lineBreak();
            column = 0;
        }
        if (literal && !(column == 0 && isAtRisk(codePoint, rest))) {
            out.put(codePoint);
            column++;
            return;
        }
        for (int i = 0; i < Utf8.length(codePoint); i++) {
            out.escaped(Utf8.octet(codePoint, i));
            column += 3;
        }
    }

    private static boolean isLiteral(int codePoint, TextCursor rest) {
        if (codePoint == ' ' || codePoint == '\t') {
            return !rest.atEndOfLine();
        }
        return codePoint > ' ' && codePoint < 0x7f && codePoint != '=';
    }

    /** At the beginning of a line. */
    private static boolean isAtRisk(int codePoint, TextCursor rest) {
        return codePoint == '.' || (codePoint == 'F' && rest.isBefore("rom "));
    }
}
