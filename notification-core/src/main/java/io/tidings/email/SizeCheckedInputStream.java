package io.tidings.email;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails as soon as it is known that the stream is longer or shorter than was stated. */
final class SizeCheckedInputStream extends FilterInputStream {

    private final long stated;
    private long left;

    SizeCheckedInputStream(InputStream in, long stated) {
        super(in);
        this.stated = stated;
        this.left = stated;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? -1 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long read) throws IOException {
        if (read > 0) {
            left -= read;
        }
        if (left < 0 || (read < 0 && left > 0)) {
            throw new ContentSizeException(stated);
        }
    }
}
