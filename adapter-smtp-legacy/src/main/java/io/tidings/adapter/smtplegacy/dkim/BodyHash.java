package io.tidings.adapter.smtplegacy.dkim;

import java.security.MessageDigest;

/**
 * The SHA-256 hash of a body in the relaxed canonical form (RFC 6376, 3.4.4), taken while it passes: runs of blanks are
 * one space, blanks at the end of a line and empty lines at the end do not count, and a line ending is at the end of
 * what is not empty. Holds no part of the body. Not thread-safe.
 */
final class BodyHash {

    private static final int ROOM = 8192;

    private final MessageDigest digest;
    private final byte[] buffer = new byte[ROOM];
    private int length;
    private long lineEnds;
    private boolean blanks;
    private boolean carriageReturn;
    private boolean empty = true;

    BodyHash(MessageDigest digest) {
        this.digest = digest;
    }

    void update(byte[] octets, int from, int to) {
        int at = from;
        while (at < to) {
            int run = endOfRun(octets, at, to);
            if (run > at && !carriageReturn) {
                flushHeldBack();
                put(octets, at, run);
                at = run;
            } else {
                update(octets[at++]);
            }
        }
    }

    /** Of octets that stand for themselves. */
    private static int endOfRun(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && octets[at] != ' ' && octets[at] != '\t' && octets[at] != '\r' && octets[at] != '\n') {
            at++;
        }
        return at;
    }

    private void update(byte octet) {
        if (carriageReturn) {
            carriageReturn = false;
            if (octet == '\n') {
                lineEnds++;
                blanks = false;
                return;
            }
            literal((byte) '\r');
        }
        if (octet == '\r') {
            carriageReturn = true;
        } else if (octet == ' ' || octet == '\t') {
            blanks = true;
        } else {
            literal(octet);
        }
    }

    private void literal(byte octet) {
        flushHeldBack();
        put(octet);
    }

    /** More of the body comes, so that what was held back is not at its end. */
    private void flushHeldBack() {
        empty = false;
        for (; lineEnds > 0; lineEnds--) {
            put((byte) '\r');
            put((byte) '\n');
        }
        if (blanks) {
            put((byte) ' ');
            blanks = false;
        }
    }

    private void put(byte octet) {
        if (length == ROOM) {
            drain();
        }
        buffer[length++] = octet;
    }

    private void put(byte[] octets, int from, int to) {
        if (to - from > ROOM - length) {
            drain();
        }
        if (to - from > ROOM) {
            digest.update(octets, from, to - from);
        } else {
            System.arraycopy(octets, from, buffer, length, to - from);
            length += to - from;
        }
    }

    private void drain() {
        digest.update(buffer, 0, length);
        length = 0;
    }

    /** The hash; there is nothing to do with this any more. */
    byte[] end() {
        if (carriageReturn) {
            literal((byte) '\r');
        }
        if (!empty) {
            put((byte) '\r');
            put((byte) '\n');
        }
        drain();
        return digest.digest();
    }
}
