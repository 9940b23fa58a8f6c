package io.tidings.adapter.sendgrid.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.apache.http.HttpClientConnection;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.conn.DefaultManagedHttpClientConnection;
import org.apache.http.impl.entity.LaxContentLengthStrategy;
import org.apache.http.impl.entity.StrictContentLengthStrategy;
import org.apache.http.impl.io.DefaultHttpRequestWriterFactory;
import org.apache.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.http.io.BufferInfo;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * A connection that never logs what it carries, whatever the level: the client's own connections log keys and bodies at
 * DEBUG, and its parser what is no HTTP. Knows also when the far side has ended it. Used by one thread at a time, but
 * for {@link #shutdown()}.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {

    private static final String ITSELF = QuietConnection.class.getName();
    private static final int BUFFER = 16 * 1024;
    private static final MessageConstraints CONSTRAINTS = MessageConstraints.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private boolean ended;
    private long idleSince;

    QuietConnection(String id) {
        super(
                id,
                BUFFER,
                BUFFER,
                null,
                null,
                CONSTRAINTS,
                LaxContentLengthStrategy.INSTANCE,
                StrictContentLengthStrategy.INSTANCE,
                DefaultHttpRequestWriterFactory.INSTANCE,
                DefaultHttpResponseParserFactory.INSTANCE);
    }

    /** The connection behind the handle that the pool gives out. */
    static QuietConnection behind(HttpClientConnection leased) {
        return (QuietConnection) ((HttpContext) leased).getAttribute(ITSELF);
    }

    @Override
    public @Nullable Object getAttribute(String id) {
        return id.equals(ITSELF) ? this : super.getAttribute(id);
    }

    @Override
    protected InputStream getSocketInputStream(Socket socket) throws IOException {
        ended = false;
        return new FilterInputStream(super.getSocketInputStream(socket)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                ended |= read < 0;
                return read;
            }
        };
    }

    /** Whether the far side has sent all that it will ever send. */
    boolean hasEnded() {
        return ended;
    }

    void markIdle() {
        idleSince = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /** Whether there are octets on it that nobody asked for. Takes no time. */
    boolean hasInput() {
        try {
            return ((BufferInfo) getSessionInputBuffer()).length() > 0
                    || getSocket().getInputStream().available() > 0;
        } catch (IOException broken) {
            return true;
        }
    }

    /**
     * Whether it can carry another request: not closed by either side, and without octets on it that nobody asked for,
     * which would be taken for the next answer. Takes all of the time if all is well.
     */
    boolean isAlive(int millis) {
        try {
            awaitInput(millis);
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}
