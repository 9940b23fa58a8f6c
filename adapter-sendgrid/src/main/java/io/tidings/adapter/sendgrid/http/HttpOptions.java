package io.tidings.adapter.sendgrid.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a server.
 *
 * @param server scheme, host and port; a path stands before that of each request
 * @param headers what every request carries
 * @param proxy {@code http://host:port} to go through
 * @param maxConnections how many requests may be under way at once
 * @param connectTimeout for each address of the server, and for each read of the TLS handshake
 * @param readTimeout for each read and each write
 * @param claimTimeout for a free connection
 * @param requestTimeout for a whole request, from claiming a connection to the end of the answer
 */
public record HttpOptions(
        URI server,
        Map<String, String> headers,
        Optional<URI> proxy,
        int maxConnections,
        Duration connectTimeout,
        Duration readTimeout,
        Duration claimTimeout,
        Duration requestTimeout) {

    public HttpOptions {
        headers = Map.copyOf(headers);
    }

    /** The server only. */
    @Override
    public String toString() {
        return "HttpOptions[" + server + "]";
    }
}
