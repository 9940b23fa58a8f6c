package io.tidings.testkit.sendgrid.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on 127.0.0.1, with a thread for each connection, at most {@link #MAX_CONNECTIONS}. Thread-safe. */
public final class HttpServer implements AutoCloseable {

    /** How many connections can be open; further ones are closed at once. */
    public static final int MAX_CONNECTIONS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** So that a client cannot hand all of a body to the system while nobody reads it. */
    private static final int RECEIVE_BUFFER = 65_536;

    private final ServerSocket listener = new ServerSocket();
    private final HttpHandler handler;
    private final TrafficCounter counter = new TrafficCounter();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpServer::daemon);

    private HttpServer(int port, HttpHandler handler) throws IOException {
        this.handler = handler;
        listener.setReceiveBufferSize(RECEIVE_BUFFER);
        listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1_024);
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException if the port cannot be had
     */
    public static HttpServer start(int port, HttpHandler handler) {
        try {
            HttpServer server = new HttpServer(port, handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be had", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** What it has seen so far. */
    public Traffic traffic() {
        return counter.traffic();
    }

    /** Whether the condition came true in time. */
    public boolean await(Predicate<Traffic> condition, Duration timeout) throws InterruptedException {
        return counter.await(condition, timeout);
    }

    /** Closes every connection that waits for a request, and the others after the reply that they are about to give. */
    public void closeIdleConnections() throws InterruptedException {
        for (HttpConnection connection : connections) {
            connection.closeWhenIdle();
        }
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                if (closing.getCount() > 0) {
                    LOG.debug("A connection failed: {}", e.getClass().getSimpleName());
                }
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        if (connections.size() >= MAX_CONNECTIONS) {
            socket.close();
            return;
        }
        HttpConnection connection = new HttpConnection(socket, handler, counter, closing);
        counter.opened();
        connections.add(connection);
        try {
            threads.execute(() -> {
                try {
                    connection.run();
                } finally {
                    forget(connection);
                }
            });
        } catch (RejectedExecutionException e) {
            connection.close();
            forget(connection);
        }
    }

    private void forget(HttpConnection connection) {
        connections.remove(connection);
        counter.closed();
    }

    /** Closes every connection and waits, 10 seconds at most, for the threads to end. */
    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("The listener cannot be closed: {}", e.getClass().getSimpleName());
        }
        threads.shutdownNow();
        connections.forEach(HttpConnection::close);
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
