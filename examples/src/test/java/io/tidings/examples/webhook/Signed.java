package io.tidings.examples.webhook;

import io.tidings.adapter.sendgrid.SendGridConfig;
import io.tidings.adapter.sendgrid.SendGridEmailAdapter;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.testkit.Messages;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.webhook.EventWebhook;
import io.tidings.testkit.sendgrid.webhook.WebhookDelivery;
import io.tidings.testkit.sendgrid.webhook.WebhookEvent;
import java.net.URI;

/**
 * A request as SendGrid signs it, which nobody has taken yet.
 *
 * @param publicKey by which it is signed
 * @param id of the message that it is about
 * @param delivery the request
 */
record Signed(String publicKey, MessageId id, WebhookDelivery delivery) {

    static Signed bounce() {
        try (SendGridSimulator sendGrid = SendGridSimulator.start();
                SendGridEmailAdapter adapter = new SendGridEmailAdapter(
                        SendGridConfig.of(sendGrid.apiKey()).withBaseUrl(sendGrid.baseUrl()))) {
            EmailMessage message = Messages.message().build();
            adapter.send(message);
            EventWebhook webhook = EventWebhook.of(sendGrid)
                    .to(URI.create("http://127.0.0.1:1/nobody"))
                    .attempts(1)
                    .next(WebhookEvent.bounced("5.1.1", "550 5.1.1 no such user", "Invalid Address"));
            return new Signed(
                    webhook.publicKey(), message.id(), webhook.deliver().get(0));
        }
    }
}
