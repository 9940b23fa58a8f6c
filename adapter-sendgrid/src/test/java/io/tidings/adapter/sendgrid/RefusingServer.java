package io.tidings.adapter.sendgrid;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Refuses every request that holds one of these texts, without saying which, and accepts the others. */
final class RefusingServer implements AutoCloseable {

    private final HttpServer server;

    private RefusingServer(HttpServer server) {
        this.server = server;
    }

    static RefusingServer of(Set<String> texts) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(texts.stream().anyMatch(body::contains) ? 400 : 202, -1);
                exchange.close();
            });
            server.start();
            return new RefusingServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
