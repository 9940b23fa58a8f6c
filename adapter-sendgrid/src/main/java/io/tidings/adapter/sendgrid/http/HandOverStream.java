package io.tidings.adapter.sendgrid.http;

import java.io.IOException;
import java.io.OutputStream;

/** Passes a body of known length on, and tells when the write that completes it is about to begin. */
final class HandOverStream extends OutputStream {

    /** So many octets are kept for the write that completes the body, so that it is one that can hardly block. */
    private static final int LAST = 64;

    private final OutputStream out;
    private final Runnable progress;
    private final Runnable handOver;
    private long left;

    HandOverStream(OutputStream out, long length, Runnable progress, Runnable handOver) {
        this.out = out;
        this.left = length;
        this.progress = progress;
        this.handOver = handOver;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (length > left) {
            throw new UnreadableBodyException();
        }
        progress.run();
        int before = length < left ? length : Math.max(0, length - LAST);
        out.write(octets, offset, before);
        if (length == left && length > 0) {
            handOver.run();
            out.write(octets, offset + before, length - before);
        }
        left -= length;
    }

    /** The body must have been written to its end. */
    void requireComplete() throws UnreadableBodyException {
        if (left > 0) {
            throw new UnreadableBodyException();
        }
    }
}
