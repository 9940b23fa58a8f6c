package io.tidings.benchmarks.soak.farside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Listens on loopback, with a thread for each connection. Thread-safe. */
final class Listener implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final int MOST_CONNECTIONS = 500;
    private static final int PATIENCE_SECONDS = 10;

    /** Talks to one client; the listener closes the socket. */
    @FunctionalInterface
    interface Host {
        void serve(Socket client) throws IOException;
    }

    /** What a thread does that is part of a connection. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private final Host host;
    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(Listener::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Listener(Host host) throws IOException {
        this.host = host;
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            open.add(client);
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            client.setTcpNoDelay(true);
            if (open.size() <= MOST_CONNECTIONS) {
                host.serve(client);
            }
        } finally {
            open.remove(client);
        }
    }

    void start(Work work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has ended the connection, as it is meant to.
                return;
            }
        });
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "far side");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends a connection so that what is under way in either direction is lost. */
    static void reset(Socket socket) throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    /**
     * Ends all connections and waits until nothing happens any more.
     *
     * @throws IllegalStateException if that takes too long
     */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("connections do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
