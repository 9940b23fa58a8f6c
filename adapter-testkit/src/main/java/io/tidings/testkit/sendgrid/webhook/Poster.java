package io.tidings.testkit.sendgrid.webhook;

import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Posts batches to an endpoint on this machine. Thread-safe. */
final class Poster {

    /** Only what is this machine whatever a name server says. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0(:0){6}:1)]");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI url;
    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Poster(URI url) {
        boolean local = url.getHost() != null && LOOPBACK.matcher(url.getHost()).matches();
        if (!local || !"http".equals(url.getScheme())) {
            throw new InvalidArgumentException("url", "must be http to localhost or a loopback address");
        }
        this.url = url;
    }

    WebhookDelivery post(String json, SigningKey key, Instant now, int attempts) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(now.getEpochSecond());
        String signature = key.sign(timestamp, body);
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("User-Agent", "SendGrid Event API")
                .header("Content-Type", "application/json")
                .header("X-Twilio-Email-Event-Webhook-Signature", signature)
                .header("X-Twilio-Email-Event-Webhook-Timestamp", timestamp)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        List<Integer> statuses = new ArrayList<>();
        WebhookDelivery delivery;
        do {
            statuses.add(status(request));
            delivery = new WebhookDelivery(json, timestamp, signature, statuses);
        } while (!delivery.isTaken() && statuses.size() < attempts);
        return delivery;
    }

    private int status(HttpRequest request) {
        try {
            return client.sendAsync(request, BodyHandlers.discarding())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .statusCode();
        } catch (ExecutionException | TimeoutException e) {
            // Whatever kept the answer away, the test sees that there was none.
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while posting to the webhook", e);
        }
    }
}
