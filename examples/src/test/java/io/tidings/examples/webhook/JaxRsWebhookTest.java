package io.tidings.examples.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notifier;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhook;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookConfig;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The resource that docs/webhooks.md shows. */
class JaxRsWebhookTest {

    // Page begins. spotless:off
    @Path("/webhooks/sendgrid")
    public static class SendGridResource {
        @Inject SendGridWebhook webhook;
        @Inject Notifier notifier;

        @POST
        public Response receive(@Context HttpHeaders headers, InputStream body) throws IOException {
            byte[] octets = body.readNBytes(webhook.maxBody() + 1);
            return Response.status(webhook.answer(headers.getRequestHeaders(), octets, notifier::record)).build();
        }
    }
    // Page ends. spotless:on

    /** A response can be made only inside a server; what the resource asks for its status can be called here. */
    @Test
    void itsHeadersAreWhatTheWebhookTakes() {
        Signed signed = Signed.bounce();
        SendGridWebhook webhook = new SendGridWebhook(SendGridWebhookConfig.of(signed.publicKey()));
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.add(
                SendGridWebhook.SIGNATURE_HEADER.toLowerCase(),
                signed.delivery().signature());
        headers.add(
                SendGridWebhook.TIMESTAMP_HEADER.toLowerCase(),
                signed.delivery().timestamp());
        byte[] body = signed.delivery().body().getBytes(StandardCharsets.UTF_8);

        assertThat(webhook.answer(headers, body, event -> {})).isEqualTo(204);
    }

    @Test
    void thePageShowsThisResource() throws IOException {
        Page.assertShows(JaxRsWebhookTest.class);
    }
}
