package io.tidings.examples.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhook;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookConfig;
import io.tidings.delivery.DeliveryLog;
import io.tidings.email.EmailAddress;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.testkit.sendgrid.webhook.WebhookDelivery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The controller that docs/webhooks.md shows. */
class SpringWebhookTest {

    // Page begins. spotless:off
    @RestController
    record SendGridController(SendGridWebhook webhook, Notifier notifier) {

        @PostMapping("/webhooks/sendgrid")
        ResponseEntity<Void> receive(@RequestHeader MultiValueMap<String, String> headers, InputStream body)
                throws IOException {
            byte[] octets = body.readNBytes(webhook.maxBody() + 1);
            return ResponseEntity.status(webhook.answer(headers, octets, notifier::record)).build();
        }
    }
    // Page ends. spotless:on

    @Test
    void answersAsTheWebhookDoes() throws IOException {
        Signed signed = Signed.bounce();
        DeliveryLog log = DeliveryLog.inMemory();
        try (Notifier notifier = Notifier.builder()
                .emailPort(new InMemoryEmailAdapter())
                .templatePort(FreeMarkerTemplatePort.create())
                .from(EmailAddress.of("no-reply@portal.example.gov"))
                .deliveryLog(log)
                .build()) {
            SendGridController controller =
                    new SendGridController(new SendGridWebhook(SendGridWebhookConfig.of(signed.publicKey())), notifier);

            assertThat(status(controller, signed.delivery(), "")).isEqualTo(204);
            assertThat(status(controller, signed.delivery(), " ")).isEqualTo(403);
        }
        assertThat(log.timeline(signed.id())).hasSize(1);
    }

    private static int status(SendGridController controller, WebhookDelivery delivery, String more) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        headers.add(SendGridWebhook.SIGNATURE_HEADER, delivery.signature());
        headers.add(SendGridWebhook.TIMESTAMP_HEADER, delivery.timestamp());
        byte[] body = (delivery.body() + more).getBytes(StandardCharsets.UTF_8);
        return controller
                .receive(headers, new ByteArrayInputStream(body))
                .getStatusCode()
                .value();
    }

    @Test
    void thePageShowsThisController() throws IOException {
        Page.assertShows(SpringWebhookTest.class);
    }
}
