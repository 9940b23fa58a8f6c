package io.tidings.email;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes in memory. */
final class BytesSource implements ContentSource {

    private final byte[] bytes;

    BytesSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
