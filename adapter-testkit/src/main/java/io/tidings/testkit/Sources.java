package io.tidings.testkit;

import io.tidings.email.ContentSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Contents that are not what they seem, to see what an adapter makes of them. */
public final class Sources {

    private Sources() {}

    /** A source that states one size and holds another number of octets. */
    public static ContentSource lying(long stated, int actual) {
        return source(stated, () -> new ByteArrayInputStream(new byte[actual]));
    }

    /** A source that cannot be opened, with this text in its exception. */
    public static ContentSource unopenable(String text) {
        return source(10, () -> {
            throw new IOException(text);
        });
    }

    /** A source that gives the first half of its octets and then fails, with this text in its exception. */
    public static ContentSource breaking(int size, String text) {
        return source(size, () -> {
            InputStream half = new ByteArrayInputStream(new byte[size / 2]);
            return new SequenceInputStream(half, new FailingStream(text));
        });
    }

    /** A source of so many zeros, without holding them. */
    public static ContentSource zeros(long size) {
        return source(size, () -> new ZeroStream(size));
    }

    private static ContentSource source(long size, Opener opener) {
        return new ContentSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return opener.open();
            }
        };
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }

    /** Counts the streams of another source that were opened and not closed again. */
    static final class Counting implements ContentSource {

        private final ContentSource source;
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger stillOpen = new AtomicInteger();

        Counting(ContentSource source) {
            this.source = source;
        }

        int opened() {
            return opened.get();
        }

        int stillOpen() {
            return stillOpen.get();
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public InputStream open() throws IOException {
            InputStream stream = source.open();
            opened.incrementAndGet();
            stillOpen.incrementAndGet();
            return new FilterInputStream(stream) {
                private boolean closed;

                @Override
                public synchronized void close() throws IOException {
                    if (!closed) {
                        closed = true;
                        stillOpen.decrementAndGet();
                    }
                    super.close();
                }
            };
        }
    }

    private static final class FailingStream extends InputStream {

        private final String text;

        FailingStream(String text) {
            this.text = text;
        }

        @Override
        public int read() throws IOException {
            throw new IOException(text);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException(text);
        }
    }

    private static final class ZeroStream extends InputStream {

        private long left;

        ZeroStream(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
