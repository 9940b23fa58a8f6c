package io.tidings.benchmarks;

import java.io.OutputStream;

/** Where a message ends that nobody keeps. */
final class CountingStream extends OutputStream {

    private long count;

    /** How many octets came. */
    long count() {
        return count;
    }

    @Override
    public void write(int octet) {
        count++;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        count += length;
    }
}
