package io.tidings.adapter.sendgrid.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tidings.adapter.sendgrid.webhook.WebhookResult.Verdict;
import io.tidings.spi.EmailListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The Event Webhook on the JDK's own HTTP server, for applications without a framework. Thread-safe.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 8080), 0);
 * server.createContext("/webhooks/sendgrid", new SendGridWebhookEndpoint(webhook, notifier::record));
 * server.setExecutor(Executors.newFixedThreadPool(4));
 * server.start();
 * }</pre>
 *
 * <p>Answers 204 once every event is stored, 503 if one was not, 405 to anything but POST, 408 if the body takes longer
 * than 30 s, else as the {@link Verdict} says; never with a body. A client that sends nothing at all is cut off only by
 * the server, after {@code -Dsun.net.httpserver.maxReqTime} seconds; by default it waits for ever.
 */
public final class SendGridWebhookEndpoint implements HttpHandler {

    private static final Duration READ_LIMIT = Duration.ofSeconds(30);
    private static final int CHUNK = 16_384;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final SendGridWebhook webhook;
    private final EmailListener sink;
    private final LongSupplier nanos;

    /**
     * An endpoint, to be put under a path.
     *
     * @param webhook what looks at requests
     * @param sink where events are stored before the request is answered, such as {@code notifier::record}
     */
    public SendGridWebhookEndpoint(SendGridWebhook webhook, EmailListener sink) {
        this(webhook, sink, System::nanoTime);
    }

    SendGridWebhookEndpoint(SendGridWebhook webhook, EmailListener sink, LongSupplier nanos) {
        this.webhook = Objects.requireNonNull(webhook, "webhook");
        this.sink = Objects.requireNonNull(sink, "sink");
        this.nanos = nanos;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return 405;
        }
        OptionalLong length = statedLength(exchange);
        if (length.isPresent() && length.getAsLong() > webhook.maxBody()) {
            return webhook.refused(Verdict.TOO_LARGE);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.min(length.orElse(CHUNK), CHUNK));
        return read(exchange.getRequestBody(), body)
                ? webhook.answer(exchange.getRequestHeaders(), body.toByteArray(), sink)
                : 408;
    }

    private static OptionalLong statedLength(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length != null && LENGTH.matcher(length).matches()
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    /** Reads to the end, or one octet more than there may be; false if that takes too long. */
    private boolean read(InputStream in, ByteArrayOutputStream body) throws IOException {
        long start = nanos.getAsLong();
        byte[] chunk = new byte[CHUNK];
        while (body.size() <= webhook.maxBody()) {
            int count = in.read(chunk, 0, Math.min(CHUNK, webhook.maxBody() + 1 - body.size()));
            if (count < 0) {
                return true;
            }
            if (nanos.getAsLong() - start > READ_LIMIT.toNanos()) {
                return false;
            }
            body.write(chunk, 0, count);
        }
        return true;
    }
}
