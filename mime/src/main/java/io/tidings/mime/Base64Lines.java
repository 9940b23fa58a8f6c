package io.tidings.mime;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/** Base64 in lines of 76 characters (RFC 2045, 6.8), without a line ending behind the last one. Not thread-safe. */
final class Base64Lines {

    /** Octets that fill a line. */
    private static final int LINE = 57;

    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final Octets out;
    private final byte[] raw;
    private final byte[] encoded;
    private int length;
    private boolean begun;

    /** @param octets about how many will come; decides how many are encoded at once, which is at least a line */
    Base64Lines(Octets out, int octets) {
        int lines = (octets + LINE - 1) / LINE;
        this.out = out;
        raw = new byte[Math.max(1, lines) * LINE];
        encoded = new byte[raw.length / LINE * 78];
    }

    /** How many octets so many become. */
    static long size(long octets) {
        long characters = (octets + 2) / 3 * 4;
        return characters + Math.max(0, (characters + 75) / 76 - 1) * 2;
    }

    void put(int octet) throws IOException {
        raw[length++] = (byte) octet;
        if (length == raw.length) {
            encode();
        }
    }

    /**
     * Where to put octets by the array; {@link #filled} says how many, from its beginning. Not to be mixed with put.
     */
    byte[] room() {
        return raw;
    }

    void filled(int count) throws IOException {
        length = count;
        encode();
    }

    /** Encodes what is left. */
    void end() throws IOException {
        if (length > 0) {
            encode();
        }
    }

    private void encode() throws IOException {
        if (begun) {
            out.lineBreak();
        }
        begun = true;
        byte[] source = length == raw.length ? raw : Arrays.copyOf(raw, length);
        out.put(encoded, ENCODER.encode(source, encoded));
        length = 0;
    }
}
