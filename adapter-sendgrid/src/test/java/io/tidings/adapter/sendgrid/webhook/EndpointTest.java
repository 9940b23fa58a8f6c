package io.tidings.adapter.sendgrid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.email.MessageId;
import io.tidings.error.StoreException;
import io.tidings.spi.EmailListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint over real HTTP. */
class EndpointTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Signer SIGNER = new Signer();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final MessageId ID = MessageId.random();
    private static final byte[] BATCH = ("[{\"event\":\"delivered\",\"sg_event_id\":\"1\",\"tidings_id\":\"" + ID
                    + "\"},{\"event\":\"open\",\"sg_event_id\":\"2\",\"tidings_id\":\"" + ID
                    + "\"},{\"event\":\"click\",\"sg_event_id\":\"3\",\"tidings_id\":\"" + ID + "\"}]\r\n")
            .getBytes(StandardCharsets.UTF_8);

    private final SendGridWebhook webhook =
            SendGridWebhook.of(SendGridWebhookConfig.of(SIGNER.publicKey()).withMaxBody(2_048), () -> NOW);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<HttpServer> servers = new ArrayList<>();

    private URI start(EmailListener sink) throws IOException {
        return start(new SendGridWebhookEndpoint(webhook, sink));
    }

    private URI start(SendGridWebhookEndpoint endpoint) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", endpoint);
        server.setExecutor(threads);
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private static HttpRequest.Builder request(URI url, Map<String, List<String>> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request;
    }

    private static int post(URI url, Map<String, List<String>> headers, BodyPublisher body) throws Exception {
        HttpResponse<String> response =
                CLIENT.send(request(url, headers).POST(body).build(), BodyHandlers.ofString());
        assertThat(response.body()).isEmpty();
        return response.statusCode();
    }

    private static int post(URI url, byte[] body) throws Exception {
        return post(url, SIGNER.headers(NOW, body), BodyPublishers.ofByteArray(body));
    }

    @Test
    void answersOnceEveryEventIsStored() throws Exception {
        DeliveryLog log = DeliveryLog.inMemory();

        assertThat(post(start(log::append), BATCH)).isEqualTo(204);

        assertThat(log.timeline(ID))
                .extracting(DeliveryEvent::type)
                .containsExactly(DeliveryEventType.DELIVERED, DeliveryEventType.OPENED, DeliveryEventType.CLICKED);
    }

    @Test
    void whatWasNotStoredIsReportedAgainAndStoredOnce() throws Exception {
        DeliveryLog log = DeliveryLog.inMemory();
        AtomicBoolean down = new AtomicBoolean(true);
        URI url = start(event -> {
            if (down.get() && event.eventId().equals("2")) {
                throw new StoreException("The store is down.");
            }
            log.append(event);
        });

        assertThat(post(url, BATCH)).isEqualTo(503);
        assertThat(log.timeline(ID)).extracting(DeliveryEvent::eventId).containsExactly("1", "3");
        down.set(false);
        assertThat(post(url, BATCH)).isEqualTo(204);

        assertThat(log.timeline(ID)).extracting(DeliveryEvent::eventId).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void whateverTheStoreThrowsEveryEventIsOffered() throws Exception {
        List<String> offered = Collections.synchronizedList(new ArrayList<>());
        URI url = start(event -> {
            offered.add(event.eventId());
            throw new IllegalStateException("broken");
        });

        assertThat(post(url, BATCH)).isEqualTo(503);

        assertThat(offered).containsExactly("1", "2", "3");
    }

    @Test
    void nothingForgedReachesTheStore() throws Exception {
        List<DeliveryEvent> events = Collections.synchronizedList(new ArrayList<>());
        URI url = start(events::add);

        assertThat(post(url, Map.of(), BodyPublishers.ofByteArray(BATCH))).isEqualTo(403);
        assertThat(post(url, new Signer().headers(NOW, BATCH), BodyPublishers.ofByteArray(BATCH)))
                .isEqualTo(403);
        assertThat(post(url, SIGNER.headers(NOW.minusSeconds(90_000), BATCH), BodyPublishers.ofByteArray(BATCH)))
                .isEqualTo(403);
        assertThat(post(url, "{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        assertThat(post(url, new byte[0])).isEqualTo(400);

        assertThat(events).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        List<DeliveryEvent> events = Collections.synchronizedList(new ArrayList<>());
        URI url = start(events::add);
        byte[] large = "[1]".concat(" ".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = SIGNER.headers(NOW, large);

        assertThat(post(url, headers, BodyPublishers.ofByteArray(large))).isEqualTo(413);
        assertThat(post(url, headers, chunked(large))).isEqualTo(413);
        assertThat(events).isEmpty();
        assertThat(post(url, SIGNER.headers(NOW, BATCH), chunked(BATCH))).isEqualTo(204);
        assertThat(events).hasSize(3);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body));
    }

    @Test
    void ofAHugeBodyNothingIsRead() throws Exception {
        URI url = start(event -> {});
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("POST /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 413");
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD"})
    void onlyPostIsAnswered(String method) throws Exception {
        HttpResponse<String> response = CLIENT.send(
                request(start(event -> {}), Map.of())
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void whoSendsTooSlowlyIsGivenUp() throws Exception {
        AtomicLong reads = new AtomicLong();
        LongSupplier clock = () -> Duration.ofSeconds(31).toNanos() * reads.getAndIncrement();
        List<DeliveryEvent> events = Collections.synchronizedList(new ArrayList<>());

        assertThat(post(start(new SendGridWebhookEndpoint(webhook, events::add, clock)), BATCH))
                .isEqualTo(408);
        assertThat(events).isEmpty();
    }
}
