package io.tidings.mime;

import java.io.IOException;

/**
 * A body in the transfer encoding that carries it unharmed and is shortest (RFC 2045, 6). It is plain 7bit only if no
 * relay has a reason to change it.
 */
final class TextPart implements Segment {

    /** In octets, without CRLF (RFC 5322, 2.1.1). */
    private static final int LONGEST_LINE = 998;

    /** Of text in base64, encoded at once, in octets. */
    private static final int CHUNK = 2048;

    private enum Encoding {
        SEVEN_BIT("7bit"),
        QUOTED_PRINTABLE("quoted-printable"),
        BASE64("base64");

        private final String token;

        Encoding(String token) {
            this.token = token;
        }
    }

    private final String text;
    private final Encoding encoding;

    /** @param delimiter what must not stand in the text as it is, because it would end the part */
    TextPart(String text, String delimiter) {
        this.text = text;
        this.encoding = choose(text, delimiter);
    }

    private static Encoding choose(String text, String delimiter) {
        boolean plain = !text.contains(delimiter);
        long octets = 0;
        long escaped = 0;
        int column = 0;
        TextCursor cursor = new TextCursor(text);
        for (int next = cursor.next(); next != TextCursor.END; next = cursor.next()) {
            if (next == TextCursor.BREAK) {
                column = 0;
                continue;
            }
            boolean blank = next == ' ' || next == '\t';
            int length = Utf8.length(next);
            octets += length;
            if (!blank && (next < ' ' || next > '~')) {
                escaped += length;
                plain = false;
            } else if (blank ? cursor.atEndOfLine() : column == 0 && next == 'F' && cursor.isBefore("rom ")) {
                plain = false;
            }
            plain &= ++column <= LONGEST_LINE;
        }
        if (plain) {
            return Encoding.SEVEN_BIT;
        }
        // An escaped octet takes three characters; in base64 every octet takes four thirds of one.
        return escaped * 6 > octets ? Encoding.BASE64 : Encoding.QUOTED_PRINTABLE;
    }

    /** As in {@code Content-Transfer-Encoding}. */
    String encoding() {
        return encoding.token;
    }

    /** Whether the last octets are CRLF. */
    boolean endsWithLineBreak() {
        return encoding != Encoding.BASE64 && (text.endsWith("\n") || text.endsWith("\r"));
    }

    @Override
    public long size() {
        try {
            Octets counter = Octets.counter();
            write(counter);
            return counter.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void write(Octets out) throws IOException {
        switch (encoding) {
            case SEVEN_BIT -> writePlain(out);
            case QUOTED_PRINTABLE -> QuotedPrintable.write(text, out);
            case BASE64 -> writeBase64(out);
        }
    }

    private void writePlain(Octets out) throws IOException {
        TextCursor cursor = new TextCursor(text);
        for (int next = cursor.next(); next != TextCursor.END; next = cursor.next()) {
            if (next == TextCursor.BREAK) {
                out.lineBreak();
            } else {
                out.put(next);
            }
        }
    }

    private void writeBase64(Octets out) throws IOException {
        Base64Lines lines = new Base64Lines(out, CHUNK);
        TextCursor cursor = new TextCursor(text);
        for (int next = cursor.next(); next != TextCursor.END; next = cursor.next()) {
            if (next == TextCursor.BREAK) {
                lines.put('\r');
                lines.put('\n');
                continue;
            }
            for (int i = 0; i < Utf8.length(next); i++) {
                lines.put(Utf8.octet(next, i));
            }
        }
        lines.end();
    }
}
