package io.tidings.adapter.sendgrid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.error.StoreException;
import io.tidings.spi.EmailListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Puts one word into every place of a request and looks for it in all that comes out, with logs at their finest level.
 * Alone, because it changes the level of a logger.
 */
@Isolated
class WebhookLeakTest {

    private static final String CANARY = "canary7f3";
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Logger LOGGER = Logger.getLogger("io.tidings.adapter.sendgrid");

    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final Signer signer = new Signer();
    private final SendGridWebhook webhook =
            SendGridWebhook.of(SendGridWebhookConfig.of(signer.publicKey()).withMaxBody(10_000), () -> NOW);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            output.add(record.getMessage());
            if (record.getThrown() != null) {
                StringWriter trace = new StringWriter();
                record.getThrown().printStackTrace(new PrintWriter(trace));
                output.add(trace.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        LOGGER.setLevel(Level.ALL);
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stop() {
        LOGGER.removeHandler(handler);
        LOGGER.setLevel(null);
    }

    private static byte[] batch(String end) {
        String event = "{\"email\":\"%1$s@example.gov\",\"event\":\"%2$s\",\"type\":\"bounce\",\"reason\":\"%1$s\","
                + "\"sg_event_id\":\"%1$s\",\"sg_message_id\":\"%1$s.recvd-1\",\"smtp-id\":\"<%1$s@a>\",\"ip\":\"%1$s\","
                + "\"useragent\":\"%1$s\",\"url\":\"%1$s\",\"%1$s\":\"%1$s\"}";
        return ("[" + event.formatted(CANARY, "bounce") + "," + event.formatted(CANARY, CANARY) + end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private int answer(Map<String, List<String>> headers, byte[] body, EmailListener sink) {
        output.add(webhook.receive(headers, body).toString());
        return webhook.answer(headers, body, sink);
    }

    @Test
    void nothingOfARequestIsShown() {
        byte[] good = batch("]");
        EmailListener taking = event -> output.add(event.toString());
        EmailListener broken = event -> {
            throw new StoreException(CANARY);
        };
        for (int twice = 0; twice < 2; twice++) {
            assertThat(answer(signer.headers(NOW, good), good, taking)).isEqualTo(204);
            assertThat(answer(signer.headers(NOW, good), good, broken)).isEqualTo(503);
            assertThat(answer(Map.of(CANARY, List.of(CANARY)), good, taking)).isEqualTo(403);
            assertThat(answer(Signer.headers(CANARY, CANARY), good, taking)).isEqualTo(403);
            assertThat(answer(signer.headers(NOW.plusSeconds(9_000), good), good, taking))
                    .isEqualTo(403);
            byte[] bad = batch("");
            assertThat(answer(signer.headers(NOW, bad), bad, taking)).isEqualTo(400);
            byte[] large = batch(CANARY.repeat(2_000) + "]");
            assertThat(answer(signer.headers(NOW, large), large, taking)).isEqualTo(413);
        }
        output.add(webhook.toString());

        assertThat(output).anyMatch(line -> line.contains("MALFORMED"));
        assertThat(output).anyMatch(line -> line.contains("2 of 2 events"));
        assertThat(output).noneMatch(line -> line.contains(CANARY));
    }
}
