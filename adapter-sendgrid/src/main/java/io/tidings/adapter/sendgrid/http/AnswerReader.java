package io.tidings.adapter.sendgrid.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.http.ConnectionClosedException;
import org.apache.http.Header;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.ProtocolException;
import org.apache.http.impl.DefaultConnectionReuseStrategy;
import org.apache.http.impl.client.DefaultConnectionKeepAliveStrategy;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpContext;

/** Reads one answer from a connection, and finds out whether the connection can carry another one. */
final class AnswerReader {

    /** A connection that was idle for longer is not used again: the far side may be about to close it. */
    private static final long LONGEST_IDLE_MILLIS = 30_000;

    private static final int INFORMATIONAL_ANSWERS = 10;
    private static final HttpContext NO_CONTEXT = new BasicHttpContext();

    private final HttpClientConnection connection;
    private long reusableMillis;

    AnswerReader(HttpClientConnection connection) {
        this.connection = connection;
    }

    /** For how long the connection may be idle and can then be used again; 0 if not at all. */
    long reusableMillis() {
        return reusableMillis;
    }

    /** Status line and headers of the final answer. An end in the middle of them is a failure, not an end. */
    HttpResponse head() throws IOException, HttpException {
        for (int i = 0; i < INFORMATIONAL_ANSWERS; i++) {
            HttpResponse response = uncutHead();
            int status = response.getStatusLine().getStatusCode();
            if (status >= HttpStatus.SC_OK) {
                return response;
            }
            if (status < HttpStatus.SC_CONTINUE || status == HttpStatus.SC_SWITCHING_PROTOCOLS) {
                break;
            }
        }
        throw new ProtocolException("There is no final answer");
    }

    private HttpResponse uncutHead() throws IOException, HttpException {
        QuietConnection quiet = QuietConnection.behind(connection);
        try {
            HttpResponse response = connection.receiveResponseHeader();
            if (!quiet.hasEnded()) {
                return response;
            }
        } catch (HttpException e) {
            if (!quiet.hasEnded()) {
                throw e;
            }
        }
        throw new ConnectionClosedException();
    }

    /** The whole answer: a body that breaks off does not take back what the status says. */
    HttpAnswer answer(HttpResponse response, boolean handedOver) {
        int status = response.getStatusLine().getStatusCode();
        ByteArrayOutputStream body = new ByteArrayOutputStream(0);
        if (mayHaveBody(status)) {
            try {
                connection.receiveResponseEntity(response);
                if (readTo(body, response)) {
                    reusableMillis = idleMillis(response);
                }
            } catch (IOException | HttpException cut) {
                reusableMillis = 0;
            }
        } else {
            reusableMillis = idleMillis(response);
        }
        return new HttpAnswer(
                status,
                header(response, "X-Message-Id"),
                header(response, "Retry-After"),
                header(response, "X-RateLimit-Reset"),
                body.toString(StandardCharsets.UTF_8),
                handedOver);
    }

    private static boolean mayHaveBody(int status) {
        return status != HttpStatus.SC_NO_CONTENT
                && status != HttpStatus.SC_RESET_CONTENT
                && status != HttpStatus.SC_NOT_MODIFIED;
    }

    /** @return whether the body ended within the limit */
    private static boolean readTo(ByteArrayOutputStream body, HttpResponse response) throws IOException {
        if (response.getEntity() == null || response.getEntity().getContentLength() == 0) {
            return true;
        }
        try (InputStream content = response.getEntity().getContent()) {
            byte[] buffer = new byte[4096];
            while (body.size() < HttpAnswer.MAX_BODY) {
                int read = content.read(buffer, 0, Math.min(buffer.length, HttpAnswer.MAX_BODY - body.size()));
                if (read < 0) {
                    return true;
                }
                body.write(buffer, 0, read);
            }
            return false;
        }
    }

    private static long idleMillis(HttpResponse response) {
        if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(response, NO_CONTEXT)) {
            return 0;
        }
        long stated = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, NO_CONTEXT);
        return stated < 0 ? LONGEST_IDLE_MILLIS : Math.min(stated, LONGEST_IDLE_MILLIS);
    }

    private static Optional<String> header(HttpResponse response, String name) {
        Header first = response.getFirstHeader(name);
        return first == null ? Optional.empty() : Optional.ofNullable(first.getValue());
    }
}
