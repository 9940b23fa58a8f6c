package io.tidings.mime;

import java.io.IOException;
import java.io.OutputStream;

/** Collects octets, so that the stream behind gets them in large pieces. Not thread-safe. */
final class Octets {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private final OutputStream out;
    private final byte[] buffer;
    private int length;
    private long drained;

    /** @param room how many are collected */
    Octets(OutputStream out, int room) {
        this.out = out;
        this.buffer = new byte[room];
    }

    /** One that only counts. */
    static Octets counter() {
        return new Octets(OutputStream.nullOutputStream(), 256);
    }

    /** How many octets were put. */
    long count() {
        return drained + length;
    }

    void put(int octet) throws IOException {
        if (length == buffer.length) {
            drain();
        }
        buffer[length++] = (byte) octet;
    }

    void put(byte[] octets, int count) throws IOException {
        if (count > buffer.length - length) {
            drain();
        }
        if (count > buffer.length) {
            out.write(octets, 0, count);
            drained += count;
        } else {
            System.arraycopy(octets, 0, buffer, length, count);
            length += count;
        }
    }

    void lineBreak() throws IOException {
        put('\r');
        put('\n');
    }

    /** The octet as in quoted-printable: {@code =3D}. */
    void escaped(int octet) throws IOException {
        put('=');
        put(HEX[octet >> 4]);
        put(HEX[octet & 0xf]);
    }

    /** Hands everything on. */
    void drain() throws IOException {
        out.write(buffer, 0, length);
        drained += length;
        length = 0;
    }
}
