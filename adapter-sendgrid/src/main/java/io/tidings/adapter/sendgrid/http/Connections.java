package io.tidings.adapter.sendgrid.http;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.BasicHttpContext;

/** The connections to one server, at most so many, used again while they last. Thread-safe. */
final class Connections implements AutoCloseable {

    private final PoolingHttpClientConnectionManager pool;
    private final HttpRoute route;
    private final int connectMillis;
    private final TrustInIdle trust = new TrustInIdle();

    Connections(HttpOptions options, SSLContext tls) {
        Registry<ConnectionSocketFactory> factories = RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.INSTANCE)
                .register("https", tlsSockets(tls))
                .build();
        pool = new PoolingHttpClientConnectionManager(
                factories,
                (onRoute, config) -> new QuietConnection(onRoute.getTargetHost().toHostString()));
        pool.setMaxTotal(options.maxConnections());
        pool.setDefaultMaxPerRoute(options.maxConnections());
        // Whether an idle connection still works is looked at here, in claim.
        pool.setValidateAfterInactivity(-1);
        connectMillis = Math.toIntExact(options.connectTimeout().toMillis());
        // Holds for the TLS handshake.
        pool.setDefaultSocketConfig(SocketConfig.custom()
                .setSoTimeout(connectMillis)
                .setTcpNoDelay(true)
                .build());
        route = route(options);
    }

    private static ConnectionSocketFactory tlsSockets(SSLContext tls) {
        String[] protocols = {"TLSv1.3", "TLSv1.2"};
        return new SSLConnectionSocketFactory(tls, protocols, null, new DefaultHostnameVerifier()) {
            /** The handshake itself fails if the certificate is not for the host. */
            @Override
            protected void prepareSocket(SSLSocket socket) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
        };
    }

    private static HttpRoute route(HttpOptions options) {
        HttpHost server = host(options.server());
        boolean secure = server.getSchemeName().equals("https");
        return options.proxy()
                .map(proxy -> new HttpRoute(server, null, host(proxy), secure))
                .orElseGet(() -> new HttpRoute(server, null, secure));
    }

    private static HttpHost host(URI uri) {
        boolean tls = uri.getScheme().equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        return new HttpHost(uri.getHost(), port, uri.getScheme());
    }

    /** Whether requests must name the whole URI, for a proxy that is not tunnelled through. */
    boolean needAbsoluteUris() {
        return route.getProxyHost() != null && !route.isTunnelled();
    }

    /**
     * A connection for the caller alone, which may have to be {@link #open}ed and must be {@link #giveBack given back}.
     * One that was used before was alive just now.
     *
     * @throws ConnectionPoolTimeoutException if none became free in time
     * @throws IllegalStateException if this is closed
     */
    HttpClientConnection claim(long nanos) throws InterruptedException, ConnectionPoolTimeoutException {
        long until = System.nanoTime() + nanos;
        while (true) {
            HttpClientConnection connection = lease(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            if (!connection.isOpen()) {
                trust.usedFresh();
                return connection;
            }
            if (isUsable(QuietConnection.behind(connection))) {
                return connection;
            }
            discard(connection);
        }
    }

    private HttpClientConnection lease(long millis) throws InterruptedException, ConnectionPoolTimeoutException {
        try {
            return pool.requestConnection(route, null).get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The pool is closed", e);
        }
    }

    private boolean isUsable(QuietConnection connection) {
        long idle = connection.idleNanos();
        int millis = trust.lookMillis(idle);
        if (millis == TrustInIdle.NEVER) {
            return false;
        }
        boolean alive = millis == 0 ? !connection.hasInput() : connection.isAlive(millis);
        if (alive && millis == 0) {
            return true;
        }
        if (alive) {
            trust.foundAlive();
        } else {
            trust.foundDead(idle);
        }
        return alive;
    }

    /** Connects, through the proxy if there is one, and secures the connection if that is asked for. */
    void open(HttpClientConnection connection) throws IOException, HttpException {
        BasicHttpContext context = new BasicHttpContext();
        pool.connect(connection, route, connectMillis, context);
        if (route.isTunnelled()) {
            tunnel(connection);
            pool.upgrade(connection, route, context);
        }
        pool.routeComplete(connection, route, context);
    }

    private void tunnel(HttpClientConnection connection) throws IOException, HttpException {
        String server = route.getTargetHost().toHostString();
        BasicHttpRequest connect = new BasicHttpRequest("CONNECT", server, HttpVersion.HTTP_1_1);
        connect.addHeader("Host", server);
        connection.sendRequestHeader(connect);
        connection.flush();
        HttpResponse answer = connection.receiveResponseHeader();
        if (answer.getStatusLine().getStatusCode() != 200
                || QuietConnection.behind(connection).hasEnded()) {
            throw new IOException("The proxy does not connect");
        }
    }

    /** For another request, if it comes within this time. */
    void giveBack(HttpClientConnection connection, long millis) {
        QuietConnection.behind(connection).markIdle();
        pool.releaseConnection(connection, null, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends a connection that must not be used again. */
    void discard(HttpClientConnection connection) {
        try {
            connection.shutdown();
        } catch (IOException alreadyBroken) {
            // What is left of it is of no use to anybody.
        } finally {
            pool.releaseConnection(connection, null, 0, TimeUnit.MILLISECONDS);
        }
    }

    /** Closes what is idle: one connection turned out to be dead, so the others may be too. */
    void distrustIdle() {
        trust.foundDead(0);
        pool.closeIdleConnections(0, TimeUnit.MILLISECONDS);
    }

    /** Breaks what is still in use. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
