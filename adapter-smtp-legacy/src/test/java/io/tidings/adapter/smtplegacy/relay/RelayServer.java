package io.tidings.adapter.smtplegacy.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** An SMTP relay on loopback that does what it should, but for its script, and notes all that it sees. */
public final class RelayServer implements AutoCloseable {

    /** The user name and password that it knows. */
    public static final String USER = "canary-user";

    public static final String PASSWORD = "canary-password";

    /** What it can do, unless built otherwise. */
    public static final List<String> EXTENSIONS =
            List.of("PIPELINING", "SIZE 50000000", "8BITMIME", "SMTPUTF8", "DSN", "AUTH PLAIN LOGIN");

    final List<String> extensions;
    final Script script;
    final SSLContext tls;
    final boolean implicit;
    final boolean startTls;
    final boolean patient;

    private final ServerSocket server;
    private final Thread acceptor;
    private final Set<RelayConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<StoredMessage> messages = new CopyOnWriteArrayList<>();

    private RelayServer(Builder builder) throws IOException {
        extensions = List.copyOf(builder.extensions);
        script = builder.script;
        tls = builder.certificate == null ? null : Certificates.server(builder.certificate);
        implicit = builder.implicit;
        startTls = builder.certificate != null && !implicit && !builder.stripped;
        patient = builder.patient;
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), builder.port));
        acceptor = new Thread(this::accept, "relay");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Starts a relay that differs from the usual one. */
    public static Builder builder() {
        return new Builder();
    }

    /** A relay without TLS. */
    public static RelayServer plain(Script script) {
        return builder().script(script).start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                RelayConnection connection = new RelayConnection(this, socket, count.incrementAndGet());
                connections.add(connection);
                Thread thread = new Thread(connection, "relay connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    void saw(String command) {
        commands.add(command);
    }

    void took(StoredMessage message) {
        messages.add(message);
    }

    void ended(RelayConnection connection) {
        connections.remove(connection);
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** How it is named in a configuration. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** Every line that was not part of a message, over all connections. */
    public List<String> commands() {
        return new ArrayList<>(commands);
    }

    /** What it took over. */
    public List<StoredMessage> messages() {
        return new ArrayList<>(messages);
    }

    /** How many connections were made to it. */
    public int connections() {
        return count.get();
    }

    /** Ends every connection that waits for a command, as a relay does that finds them idle for too long. */
    public void endIdle(String farewell) {
        connections.forEach(connection -> connection.end(farewell));
    }

    /** Ends all connections and takes no more. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(RelayConnection::cut);
        try {
            // Only then is the port free.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not thread-safe. */
    public static final class Builder {

        private List<String> extensions = EXTENSIONS;
        private Script script = Script.none();
        private KeyStore certificate;
        private boolean implicit;
        private boolean stripped;
        private boolean patient;
        private int port;

        private Builder() {}

        public Builder extensions(List<String> offered) {
            extensions = offered;
            return this;
        }

        public Builder script(Script departures) {
            script = departures;
            return this;
        }

        /** It offers STARTTLS with this certificate. */
        public Builder certificate(KeyStore store) {
            certificate = store;
            return this;
        }

        /** TLS from the first octet. */
        public Builder implicit() {
            implicit = true;
            return this;
        }

        /** It knows TLS, but somebody takes the offer out. */
        public Builder stripped() {
            stripped = true;
            return this;
        }

        /** It answers MAIL and RCPT only after DATA has come in. */
        public Builder patient() {
            patient = true;
            return this;
        }

        public Builder port(int number) {
            port = number;
            return this;
        }

        public RelayServer start() {
            try {
                return new RelayServer(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
