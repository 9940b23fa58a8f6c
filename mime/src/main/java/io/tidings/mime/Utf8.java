package io.tidings.mime;

/** UTF-8 (RFC 3629) of single characters. */
final class Utf8 {

    /** The most octets of one character. */
    static final int LONGEST = 4;

    private Utf8() {}

    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /** The octet at this index, from 0 to {@link #length} - 1. */
    static int octet(int codePoint, int index) {
        int length = length(codePoint);
        if (length == 1) {
            return codePoint;
        }
        int bits = codePoint >> (6 * (length - 1 - index));
        return index == 0 ? bits | ((0xf00 >> length) & 0xff) : (bits & 0x3f) | 0x80;
    }
}
