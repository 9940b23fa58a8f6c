package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.sendgrid.SendGridConfig;
import io.tidings.adapter.sendgrid.SendGridEmailAdapter;
import io.tidings.delivery.Delivery;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.EmailAddress;
import io.tidings.spi.Settings;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.webhook.EventWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How long the job waits for reports of somebody else. */
class WebhookServerTest {

    private static final Recipient JANE = Recipient.of("jane@example.gov");

    @Test
    void waitsForAllThoughTheFirstWereReportedBeforeTheLastWereSent() throws IOException {
        try (SendGridSimulator sendGrid = SendGridSimulator.start();
                Notifier notifier = Notifier.builder()
                        .emailPort(new SendGridEmailAdapter(
                                SendGridConfig.of(sendGrid.apiKey()).withBaseUrl(sendGrid.baseUrl())))
                        .templatePort(FreeMarkerTemplatePort.create())
                        .from(EmailAddress.of("no-reply@portal.example.gov"))
                        .build()) {
            EventWebhook reports = EventWebhook.of(sendGrid);
            Settings settings = Settings.of(Map.of("tidings.sendgrid.webhook.public-keys", reports.publicKey()));
            try (WebhookServer server = WebhookServer.start(settings, notifier, freePort())) {
                reports.to(server.url().orElseThrow());
                send(notifier);
                reports.deliver();
                Receipt last = send(notifier);

                CompletableFuture<?> reported = CompletableFuture.runAsync(reports::deliver);
                server.await();

                assertThat(notifier.deliveryLog()
                                .status(last.id(), JANE.address())
                                .map(Delivery::status))
                        .contains(DeliveryEventType.DELIVERED);
                reported.join();
            }
        }
    }

    @Test
    void saysWhatIsWrongWithItsPort() {
        Settings none = Settings.of(Map.of());
        try (Notifier notifier = Notifier.builder()
                .emailPort(new InMemoryEmailAdapter())
                .templatePort(FreeMarkerTemplatePort.create())
                .from(EmailAddress.of("no-reply@portal.example.gov"))
                .build()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> WebhookServer.start(none, notifier, 70_000))
                    .withMessageContaining("port");
            assertThatIllegalStateException()
                    .isThrownBy(() -> WebhookServer.start(none, notifier, 8_080))
                    .withMessageContaining("tidings.sendgrid.webhook.public-keys");
        }
    }

    private static Receipt send(Notifier notifier) {
        return notifier.send(new AccessRequestApproved("Jane", "Data Analyst", "Illinois"), JANE);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
