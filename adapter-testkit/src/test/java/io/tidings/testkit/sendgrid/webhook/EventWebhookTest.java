package io.tidings.testkit.sendgrid.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidings.error.InvalidArgumentException;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.SimulatedMail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated SendGrid reports, and how. */
class EventWebhookTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    private record Arrived(String signature, String timestamp, String contentType, byte[] body) {}

    private final SendGridSimulator simulator = SendGridSimulator.start();
    private final List<Arrived> arrived = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private EventWebhook webhook;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        webhook = EventWebhook.of(simulator)
                .to(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"))
                .clock(() -> NOW);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        simulator.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        arrived.add(new Arrived(
                exchange.getRequestHeaders().getFirst("X-Twilio-Email-Event-Webhook-Signature"),
                exchange.getRequestHeaders().getFirst("X-Twilio-Email-Event-Webhook-Timestamp"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestBody().readAllBytes()));
        Integer answer = answers.poll();
        exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
        exchange.close();
    }

    private void send(String... recipients) throws Exception {
        String to = String.join(
                ",",
                List.of(recipients).stream()
                        .map(recipient -> "{\"email\":\"" + recipient + "\"}")
                        .toList());
        String mail = "{\"personalizations\":[{\"to\":[" + to + "],\"custom_args\":{\"tidings_id\":\"abc\"}}],"
                + "\"from\":{\"email\":\"portal@example.gov\"},\"subject\":\"Hi\",\"categories\":[\"reports\"],"
                + "\"content\":[{\"type\":\"text/plain\",\"value\":\"Hi\"}]}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/v3/mail/send"))
                .header("Authorization", "Bearer " + simulator.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(mail))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(202);
    }

    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        for (Arrived each : List.copyOf(arrived)) {
            try {
                JSON.readTree(each.body()).forEach(events::add);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return events;
    }

    private List<String> names() {
        return events().stream().map(event -> event.path("event").asText()).toList();
    }

    @Test
    void reportsWhatWasTakenByDefaultAsDelivered() throws Exception {
        send("jane@example.org");

        assertThat(webhook.deliver()).singleElement().satisfies(delivery -> {
            assertThat(delivery.statuses()).containsExactly(204);
            assertThat(delivery.isTaken()).isTrue();
        });

        SimulatedMail mail = simulator.mails().get(0);
        assertThat(names()).containsExactly("processed", "delivered");
        JsonNode delivered = events().get(1);
        assertThat(delivered.path("email").asText()).isEqualTo("jane@example.org");
        assertThat(delivered.path("timestamp").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(delivered.path("sg_message_id").asText()).startsWith(mail.messageId() + ".recvd-");
        assertThat(delivered.path("sg_event_id").asText()).matches("[A-Za-z0-9_-]{20,100}");
        assertThat(delivered.path("smtp-id").asText()).startsWith("<" + mail.messageId() + "@");
        assertThat(delivered.path("category").get(0).asText()).isEqualTo("reports");
        assertThat(delivered.path("tidings_id").asText()).isEqualTo("abc");
        assertThat(delivered.path("response").asText()).startsWith("250");
        assertThat(arrived.get(0).contentType()).isEqualTo("application/json");
        assertThat(webhook.deliver()).isEmpty();
    }

    @Test
    void signsTheTimeAndTheOctets() throws Exception {
        send("jane@example.org");
        webhook.deliver();

        Arrived request = arrived.get(0);
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(webhook.publicKey()))));
        verifier.update(request.timestamp().getBytes());
        verifier.update(request.body());

        assertThat(request.timestamp()).isEqualTo("1790000000");
        assertThat(verifier.verify(Base64.getDecoder().decode(request.signature())))
                .isTrue();
    }

    @Test
    void followsTheScriptMailByMail() throws Exception {
        webhook.next(WebhookEvent.bounced("5.1.1", "550 5.1.1 no such user", "Invalid Address"))
                .next(WebhookEvent.dropped("Bounced Address"))
                .always(WebhookEvent.processed());
        send("a@example.org");
        send("b@example.org");
        send("c@example.org");

        webhook.deliver();

        assertThat(names()).containsExactly("bounce", "dropped", "processed");
        assertThat(events().get(0).path("type").asText()).isEqualTo("bounce");
        assertThat(events().get(0).path("bounce_classification").asText()).isEqualTo("Invalid Address");
    }

    @Test
    void everyRecipientHasEventsOfTheirOwn() throws Exception {
        send("a@example.org", "b@example.org");

        webhook.deliver();

        assertThat(events().stream().map(event -> event.path("email").asText()))
                .containsExactly("a@example.org", "a@example.org", "b@example.org", "b@example.org");
        assertThat(events().stream().map(event -> event.path("sg_event_id").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void reportsOnDemand() throws Exception {
        send("jane@example.org");
        SimulatedMail mail = simulator.mails().get(0);

        webhook.report(
                mail,
                WebhookEvent.deferred("450 4.2.1 later"),
                WebhookEvent.blocked("5.7.1", "550 5.7.1 policy", "Reputation"),
                WebhookEvent.opened(),
                WebhookEvent.openedByMachine(),
                WebhookEvent.clicked("https://portal.example.gov/"),
                WebhookEvent.complained(),
                WebhookEvent.unsubscribed(),
                WebhookEvent.unsubscribedFrom(10),
                WebhookEvent.resubscribedTo(10),
                WebhookEvent.of("odd").with("timestamp", "never").without("sg_message_id"));

        assertThat(names())
                .containsExactly(
                        "deferred",
                        "bounce",
                        "open",
                        "open",
                        "click",
                        "spamreport",
                        "unsubscribe",
                        "group_unsubscribe",
                        "group_resubscribe",
                        "odd");
        assertThat(events().get(3).path("sg_machine_open").asBoolean()).isTrue();
        assertThat(events().get(8).path("asm_group_id").asInt()).isEqualTo(10);
        assertThat(events().get(9).path("timestamp").asText()).isEqualTo("never");
        assertThat(events().get(9).has("sg_message_id")).isFalse();
    }

    @Test
    void inBatchesDoubledAndOutOfOrder() throws Exception {
        for (int i = 0; i < 4; i++) {
            send("r" + i + "@example.org");
        }

        List<WebhookDelivery> deliveries =
                webhook.batchesOf(3).doubled().outOfOrder(7).deliver();

        assertThat(deliveries).hasSize(6).allMatch(WebhookDelivery::isTaken);
        assertThat(events()).hasSize(16);
        assertThat(new HashSet<>(events())).hasSize(8);
        assertThat(names()).isNotEqualTo(names().stream().sorted().toList());
    }

    @Test
    void whatIsNotTakenIsPostedAgainAsItWas() throws Exception {
        send("jane@example.org");
        answers.addAll(List.of(503, 500));

        assertThat(webhook.deliver()).singleElement().satisfies(delivery -> assertThat(delivery.statuses())
                .containsExactly(503, 500, 204));

        assertThat(arrived).hasSize(3);
        assertThat(arrived.get(2).body()).isEqualTo(arrived.get(0).body());
        assertThat(arrived.get(2).signature()).isEqualTo(arrived.get(0).signature());
    }

    @Test
    void itGivesUp() throws Exception {
        send("jane@example.org");
        answers.addAll(List.of(503, 503, 503));

        assertThat(webhook.attempts(2).deliver()).singleElement().satisfies(delivery -> {
            assertThat(delivery.statuses()).containsExactly(503, 503);
            assertThat(delivery.isTaken()).isFalse();
        });
    }

    @Test
    void whereNobodyListensNothingIsAnswered() throws Exception {
        send("jane@example.org");
        server.stop(0);

        assertThat(webhook.deliver()).singleElement().satisfies(delivery -> assertThat(delivery.statuses())
                .containsExactly(0, 0, 0));
    }

    @Test
    void itMustKnowWhereToReportTo() throws Exception {
        send("jane@example.org");

        assertThatThrownBy(() -> EventWebhook.of(simulator).deliver()).isInstanceOf(InvalidArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.gov/hook",
                "https://127.0.0.1/hook",
                "http://127.0.0.1.example.gov/hook",
                "http://192.0.2.1/",
                "file:///tmp/a",
                "/hook"
            })
    void onlyThisMachineIsReportedTo(String url) {
        assertThatThrownBy(() -> webhook.to(URI.create(url)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("loopback");
    }
}
