package io.tidings.templates.internal.text;

/** How many columns text takes where every character is as wide as another, or twice as wide. Roughly UAX #11. */
final class Columns {

    /** How wide a line of mail is: RFC 5322, section 2.1.1. */
    static final int MAX = 78;

    /** Below it, every character counts as one column. */
    private static final char NARROW = '\u0300';

    private Columns() {}

    static int of(CharSequence text) {
        return of(text, 0, text.length());
    }

    static int of(CharSequence text, int from, int to) {
        int columns = 0;
        for (int i = from; i < to; ) {
            int c = codePointAt(text, i, to);
            columns += of(c);
            i += Character.charCount(c);
        }
        return columns;
    }

    static int of(int codePoint) {
        if (codePoint < NARROW) {
            return 1;
        }
        return isInvisible(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
    }

    static int codePointAt(CharSequence text, int index, int end) {
        char high = text.charAt(index);
        if (Character.isHighSurrogate(high) && index + 1 < end) {
            char low = text.charAt(index + 1);
            return Character.isLowSurrogate(low) ? Character.toCodePoint(high, low) : high;
        }
        return high;
    }

    /** A script without blanks between words, so that a line may end behind any character. */
    static boolean isIdeographic(int codePoint) {
        return codePoint >= 0x2E80 && isWide(codePoint) && !isHangul(codePoint) && !isEmoji(codePoint);
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> isWithin(codePoint, 0x1160, 0x11FF);
        };
    }

    private static boolean isWide(int codePoint) {
        return isHangul(codePoint)
                || isEmoji(codePoint)
                || isWithin(codePoint, 0x2E80, 0x303E)
                || isWithin(codePoint, 0x3041, 0xA4CF)
                || isWithin(codePoint, 0xF900, 0xFAFF)
                || isWithin(codePoint, 0xFE30, 0xFE6F)
                || isWithin(codePoint, 0xFF01, 0xFF60)
                || isWithin(codePoint, 0xFFE0, 0xFFE6)
                || isWithin(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean isHangul(int codePoint) {
        return isWithin(codePoint, 0x1100, 0x115F)
                || isWithin(codePoint, 0x3130, 0x318F)
                || isWithin(codePoint, 0xA960, 0xA97F)
                || isWithin(codePoint, 0xAC00, 0xD7A3);
    }

    private static boolean isEmoji(int codePoint) {
        return isWithin(codePoint, 0x1F300, 0x1F64F)
                || isWithin(codePoint, 0x1F680, 0x1F6FF)
                || isWithin(codePoint, 0x1F900, 0x1FAFF);
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
