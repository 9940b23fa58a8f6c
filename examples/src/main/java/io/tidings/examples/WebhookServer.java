package io.tidings.examples;

import com.sun.net.httpserver.HttpServer;
import io.tidings.Notifier;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhook;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookConfig;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookEndpoint;
import io.tidings.delivery.Delivery;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryQuery;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where a SendGrid on this machine reports what became of messages, if the settings have the key to believe it. */
final class WebhookServer implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String PATH = "/webhooks/sendgrid";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    static final SettingKey<String> PUBLIC_KEYS =
            SettingKey.text("tidings.sendgrid.webhook.public-keys", "Whom to believe.");
    private static final Set<DeliveryEventType> OPEN = EnumSet.of(
            DeliveryEventType.SENT, DeliveryEventType.QUEUED, DeliveryEventType.DEFERRED, DeliveryEventType.UNKNOWN);

    private final Notifier notifier;
    private final Optional<HttpServer> server;
    private final boolean waits;
    private final Semaphore reports = new Semaphore(0);

    private WebhookServer(Notifier notifier, Optional<HttpServer> server, boolean waits) {
        this.notifier = notifier;
        this.server = server;
        this.waits = waits;
    }

    /**
     * At the port that the system property {@code webhook} names, or at a free one.
     *
     * @throws UncheckedIOException if the port cannot be had
     * @throws IllegalStateException if it is none, or nobody is named to believe
     */
    static WebhookServer start(Settings settings, Notifier notifier) {
        String port = System.getProperty("webhook", "0");
        return start(settings, notifier, port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1);
    }

    /** At this port, or at a free one if it is 0; waits for reports unless it is. */
    static WebhookServer start(Settings settings, Notifier notifier, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalStateException("-Dwebhook must be a port from 1 to 65535");
        }
        if (settings.find(PUBLIC_KEYS).isEmpty()) {
            if (port != 0) {
                throw new IllegalStateException("-Dwebhook needs " + PUBLIC_KEYS.name() + ", to know whom to believe");
            }
            return new WebhookServer(notifier, Optional.empty(), false);
        }
        HttpServer http = listen(port);
        WebhookServer webhook = new WebhookServer(notifier, Optional.of(http), port != 0);
        SendGridWebhook receiver = new SendGridWebhook(SendGridWebhookConfig.from(settings));
        http.createContext(PATH, new SendGridWebhookEndpoint(receiver, event -> {
            notifier.record(event);
            webhook.reports.release();
        }));
        http.start();
        return webhook;
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be had", e);
        }
    }

    Optional<URI> url() {
        return server.map(
                http -> URI.create("http://127.0.0.1:" + http.getAddress().getPort() + PATH));
    }

    /** Waits for the reports of somebody else; what the job starts itself has reported by now. */
    void await() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            // Whoever is later is missing in the table.
            while (waits && !isComplete() && reports.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                reports.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isComplete() {
        return notifier.deliveryLog().find(DeliveryQuery.all()).stream()
                .map(Delivery::status)
                .noneMatch(OPEN::contains);
    }

    @Override
    public void close() {
        server.ifPresent(http -> http.stop(0));
    }
}
