package io.tidings.testkit.sendgrid.http;

import java.io.IOException;

/** Handles requests, several at a time. */
@FunctionalInterface
public interface HttpHandler {

    /**
     * Handles one request. Without a reply the connection is closed.
     *
     * @throws IOException if the client went away
     * @throws InterruptedException if the server is being closed
     */
    void handle(HttpExchange exchange) throws IOException, InterruptedException;
}
