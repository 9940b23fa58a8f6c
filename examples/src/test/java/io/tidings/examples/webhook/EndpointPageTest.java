package io.tidings.examples.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.adapter.sendgrid.SendGridConfig;
import io.tidings.adapter.sendgrid.SendGridEmailAdapter;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhook;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookConfig;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookEndpoint;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.spi.Settings;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.webhook.EventWebhook;
import io.tidings.testkit.sendgrid.webhook.WebhookDelivery;
import io.tidings.testkit.sendgrid.webhook.WebhookEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a send to what became of it, by the endpoint that docs/webhooks.md shows. */
class EndpointPageTest {

    private static final EmailAddress JANE = EmailAddress.of("jane@example.gov");

    private final SendGridSimulator sendGrid = SendGridSimulator.start();
    private final DeliveryLog log = DeliveryLog.inMemory();
    private final Notifier notifier = Notifier.builder()
            .emailPort(new SendGridEmailAdapter(
                    SendGridConfig.of(sendGrid.apiKey()).withBaseUrl(sendGrid.baseUrl())))
            .templatePort(FreeMarkerTemplatePort.create())
            .from(EmailAddress.of("no-reply@portal.example.gov"))
            .deliveryLog(log)
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private HttpServer listen(Settings settings, int port) throws IOException {
        // Page begins. spotless:off
        SendGridWebhook webhook = new SendGridWebhook(SendGridWebhookConfig.from(settings));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/webhooks/sendgrid", new SendGridWebhookEndpoint(webhook, notifier::record));
        server.setExecutor(threads);
        server.start();
        // Page ends. spotless:on
        return server;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        notifier.close();
        sendGrid.close();
    }

    @Test
    void aBounceIsInTheTimelineAndWhy() throws IOException {
        Receipt receipt = notifier.send(
                new AccessRequestApproved("Jane", "Data Analyst", "Illinois"), Recipient.of(JANE.address()));
        List<WebhookDelivery> deliveries = deliver(
                WebhookEvent.processed(),
                WebhookEvent.deferred("450 4.2.1 try again later"),
                WebhookEvent.bounced("5.1.1", "550 5.1.1 no such user", "Invalid Address"));

        assertThat(deliveries).hasSize(1).allMatch(WebhookDelivery::isTaken);
        List<DeliveryEvent> timeline = log.timeline(receipt.id());
        assertThat(timeline)
                .extracting(DeliveryEvent::type)
                .containsExactlyInAnyOrder(
                        DeliveryEventType.SENT,
                        DeliveryEventType.QUEUED,
                        DeliveryEventType.DEFERRED,
                        DeliveryEventType.BOUNCED);
        DeliveryEvent bounce = timeline.stream()
                .filter(event -> event.type() == DeliveryEventType.BOUNCED)
                .findFirst()
                .orElseThrow();
        assertThat(bounce.isHardBounce()).isTrue();
        assertThat(bounce.rejectReason()).contains(RejectReason.INVALID);
        assertThat(bounce.status()).contains(new EnhancedStatus(5, 1, 1));
        assertThat(bounce.diagnostic()).isEqualTo("550 5.1.1 no such user");
        assertThat(bounce.recipient()).contains(JANE);
        assertThat(bounce.providerId())
                .isEqualTo(timeline.stream()
                        .filter(event -> event.type() == DeliveryEventType.SENT)
                        .findFirst()
                        .orElseThrow()
                        .providerId());
    }

    private List<WebhookDelivery> deliver(WebhookEvent... events) throws IOException {
        EventWebhook reports = EventWebhook.of(sendGrid).next(events).doubled().outOfOrder(1);
        HttpServer server = listen(Settings.of(Map.of("tidings.sendgrid.webhook.public-keys", reports.publicKey())), 0);
        try {
            int port = server.getAddress().getPort();
            return reports.to(URI.create("http://127.0.0.1:" + port + "/webhooks/sendgrid"))
                    .deliver();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void thePageShowsThisServer() throws IOException {
        Page.assertShows(EndpointPageTest.class);
    }
}
