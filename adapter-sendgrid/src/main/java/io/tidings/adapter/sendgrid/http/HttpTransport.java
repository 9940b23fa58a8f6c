package io.tidings.adapter.sendgrid.http;

import io.tidings.email.FailureReason;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpClientConnection;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.message.BasicHeader;

/**
 * Sends requests to one server. Nothing is ever sent again but what certainly did not get there: a connection that the
 * far side closed while it was idle is replaced unseen. Redirects are not followed, so that keys do not travel. Every
 * wait is finite, but for the system's own look-up of the server's name. Thread-safe.
 */
public final class HttpTransport implements AutoCloseable {

    /** How often a request is tried while connections that were idle turn out to be dead. */
    private static final int TRIES = 3;

    private final HttpOptions options;
    private final Connections connections;
    private final Watchdog watchdog;
    private final List<Header> headers;
    private final List<Header> jsonHeaders;
    private final String prefix;

    /** With the system's trusted certificates. */
    public HttpTransport(HttpOptions options) {
        this(options, systemTls());
    }

    HttpTransport(HttpOptions options, SSLContext tls) {
        this.options = options;
        connections = new Connections(options, tls);
        watchdog = new Watchdog(shorter(options.readTimeout(), options.requestTimeout()));
        List<Header> all = new ArrayList<>();
        all.add(new BasicHeader("Host", authority(options.server())));
        options.headers().forEach((name, value) -> all.add(new BasicHeader(name, value)));
        headers = List.copyOf(all);
        all.add(new BasicHeader("Content-Type", "application/json"));
        jsonHeaders = List.copyOf(all);
        String path = Optional.ofNullable(options.server().getRawPath()).orElse("");
        String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        prefix = connections.needAbsoluteUris()
                ? options.server().getScheme() + "://" + authority(options.server()) + base
                : base;
    }

    private static SSLContext systemTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Posts JSON. */
    public HttpResult post(String path, HttpBody body) {
        return send(new OutgoingRequest("POST", prefix + path, jsonHeaders, Optional.of(body)));
    }

    /** Asks for something. */
    public HttpResult get(String path) {
        return send(new OutgoingRequest("GET", prefix + path, headers, Optional.empty()));
    }

    private HttpResult send(OutgoingRequest request) {
        long deadline = System.nanoTime() + options.requestTimeout().toNanos();
        for (int tries = 1; true; tries++) {
            HttpClientConnection connection;
            try {
                long left = deadline - System.nanoTime();
                connection =
                        connections.claim(Math.min(left, options.claimTimeout().toNanos()));
            } catch (ConnectionPoolTimeoutException e) {
                return new HttpFailure(FailureReason.POOL_EXHAUSTED, false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new HttpFailure(FailureReason.INTERRUPTED, false);
            } catch (IllegalStateException closed) {
                return new HttpFailure(FailureReason.CONNECT_FAILED, false);
            }
            boolean used = connection.isOpen();
            HttpResult result =
                    new Exchange(connections, connection, options.readTimeout(), deadline).run(request, watchdog);
            if (!used
                    || !(result instanceof HttpFailure failure)
                    || failure.reason() != FailureReason.CONNECTION_LOST) {
                return result;
            }
            connections.distrustIdle();
            if (failure.handedOver() || tries == TRIES) {
                return result;
            }
        }
    }

    /** Breaks what is under way, and releases connections and the thread. */
    @Override
    public void close() {
        connections.close();
        watchdog.close();
    }
}
