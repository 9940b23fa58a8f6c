package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.sendgrid.SendGridConfig.TimeLimits;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.email.SendResult;
import io.tidings.testkit.Messages;
import io.tidings.testkit.Sources;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.Moment;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Drives every way to send and to fail with one word in every place where something private can be, while everything
 * that can log does so at its finest level, and looks for the word in all that comes out. Alone, because it changes
 * levels of loggers.
 */
@Isolated
class LeakTest {

    private static final String CANARY = "canary7f3";
    private static final Logger HTTP_CLIENT = Logger.getLogger("org.apache.http");
    private static final Logger TIDINGS = Logger.getLogger("io.tidings.adapter");
    private static final Logger ROOT = Logger.getLogger("");

    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            output.add(record.getLoggerName() + " " + record.getMessage());
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
        ROOT.addHandler(handler);
        HTTP_CLIENT.setLevel(Level.ALL);
        TIDINGS.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        ROOT.removeHandler(handler);
        HTTP_CLIENT.setLevel(null);
        TIDINGS.setLevel(null);
    }

    private static EmailMessage message(ContentSource content) {
        return Messages.message()
                .from(EmailAddress.of(CANARY + "@example.gov", CANARY))
                .to(EmailAddress.of(CANARY + "@example.org", CANARY))
                .replyTo(EmailAddress.of(CANARY + "@example.net", CANARY))
                .subject(CANARY)
                .html("<p>" + CANARY)
                .text(CANARY)
                .headers(new Header("X-A", CANARY))
                .tags(CANARY)
                .attachments(Attachment.of(CANARY, "text/plain", content))
                .build();
    }

    private static EmailMessage message() {
        return message(ContentSource.of(CANARY.getBytes(StandardCharsets.UTF_8)));
    }

    private SendResult send(SendGridConfig config, EmailMessage message) {
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(config)) {
            SendResult result = adapter.send(message);
            output.add(result.toString() + result.problem());
            output.add(adapter + " " + config);
            return result;
        }
    }

    private void assertNothingLeaked() {
        assertThat(output).as("log lines of the HTTP client").anyMatch(line -> line.startsWith("org.apache.http"));
        assertThat(output.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(CANARY)
                                || line.contains("Authorization")
                                || line.contains("personalizations"))
                        .toList())
                .isEmpty();
    }

    @Test
    void noSendAndNoFailureShowsWhatItIsAbout() {
        Answer error =
                Answer.error(400, CANARY, CANARY).header("X-Message-Id", CANARY).header(CANARY, CANARY);
        List<Answer> answers = List.of(
                Answer.sendGrid(),
                error,
                Answer.error(403, CANARY, "from"),
                Answer.error(401, CANARY),
                Answer.status(429).header("Retry-After", CANARY),
                Answer.status(302).header("Location", "http://127.0.0.1/" + CANARY),
                Answer.status(500).body("text/html", CANARY),
                Answer.status(202).header("X-Message-Id", CANARY + "\u00e9"),
                Answer.cut(Moment.AFTER_BODY),
                Answer.cut(Moment.HALF_WAY_THROUGH_ANSWER),
                Answer.reset(Moment.BEFORE_BODY),
                Answer.silence(Moment.AFTER_BODY));
        try (SendGridSimulator simulator =
                SendGridSimulator.builder().apiKey("SG." + CANARY).start()) {
            Duration second = Duration.ofSeconds(20);
            SendGridConfig config = Adapters.config(simulator)
                    .withSubuser(CANARY)
                    .withTimeLimits(new TimeLimits(second, Duration.ofMillis(300), second, second));
            simulator.next(answers.toArray(new Answer[0]));
            for (Answer ignored : answers) {
                send(config, message());
            }
            assertThat(simulator.requests()).hasSize(answers.size());
            assertThat(simulator.mails()).hasSize(1);
        }
        assertNothingLeaked();
    }

    @Test
    void anAnswerThatIsNoneIsNotShown() throws Exception {
        try (OneAnswerServer server = new OneAnswerServer(CANARY + " is no HTTP\r\n" + CANARY + "\r\n\r\n")) {
            send(SendGridConfig.of("SG." + CANARY).withBaseUrl(server.url()), message());
        }
        try (OneAnswerServer server = new OneAnswerServer("HTTP/1.1 " + CANARY + "\r\n\r\n")) {
            send(SendGridConfig.of("SG." + CANARY).withBaseUrl(server.url()), message());
        }
        try (OneAnswerServer server = new OneAnswerServer("HTTP/1.1 202 " + CANARY + "\r\n" + CANARY + "\r\n\r\n")) {
            send(SendGridConfig.of("SG." + CANARY).withBaseUrl(server.url()), message());
        }
        assertNothingLeaked();
    }

    @Test
    void noUnreadableAttachmentShowsWhatItIs() {
        try (SendGridSimulator simulator =
                SendGridSimulator.builder().apiKey("SG." + CANARY).start()) {
            for (ContentSource source :
                    List.of(Sources.unopenable(CANARY), Sources.breaking(100_000, CANARY), Sources.lying(10, 9))) {
                SendResult result = send(Adapters.config(simulator), message(source));
                assertThat(result).isNotInstanceOf(Accepted.class);
            }
        }
        assertNothingLeaked();
    }

    @Test
    void noFailureOnTheWayShowsTheKey() {
        for (String url : List.of("http://127.0.0.1:1", "https://127.0.0.1:1", "https://sendgrid.invalid")) {
            send(SendGridConfig.of("SG." + CANARY).withBaseUrl(URI.create(url)), message());
        }
        assertNothingLeaked();
    }

    /** Shows that the scan would find a leak, and that there would be one. */
    @Test
    void theClientsOwnConnectionsLogTheKey() throws IOException {
        try (SendGridSimulator simulator = SendGridSimulator.start();
                CloseableHttpClient client = HttpClients.createMinimal()) {
            HttpPost request = new HttpPost(simulator.baseUrl() + "/v3/scopes");
            request.setHeader("Authorization", "Bearer SG." + CANARY);
            client.execute(request).close();
        }

        assertThat(output).anyMatch(line -> line.contains("Authorization: Bearer SG." + CANARY));
    }
}
