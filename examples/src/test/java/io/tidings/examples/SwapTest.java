package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.spi.Settings;
import io.tidings.testkit.ReceivedMessage;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The portal's day, through each adapter: its readers must not be able to tell which one it was. */
class SwapTest {

    /** What a reader sees. */
    private record Seen(String to, String subject, String html, String text, int files) {}

    @Test
    void theSameMessagesArriveThroughEveryAdapter() {
        List<Seen> inMemory = inMemory();

        assertThat(inMemory).hasSize(19);
        assertThat(throughSendGrid("sendgrid")).isEqualTo(inMemory);
        assertThat(throughSmtp("smtp-legacy", Map.of())).isEqualTo(inMemory);
        assertThat(throughSendGrid("failover")).isEqualTo(inMemory);
    }

    @Test
    void theSameMessagesArriveWhenTheOtherOneStandsIn() {
        try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
            sendGrid.always(Answer.status(401));

            List<Seen> seen = throughSmtp(
                    "failover",
                    Map.of(
                            "tidings.failover.order",
                            "sendgrid,smtp-legacy",
                            "tidings.sendgrid.base-url",
                            sendGrid.baseUrl().toString(),
                            "tidings.sendgrid.api-key",
                            sendGrid.apiKey()));

            assertThat(seen).isEqualTo(inMemory());
            assertThat(sendGrid.mails()).isEmpty();
            assertThat(sendGrid.requests())
                    .as("the breaker is open after the first")
                    .hasSize(1);
        }
    }

    private static List<Seen> inMemory() {
        String name = UUID.randomUUID().toString();
        try (Mailbox mailbox = Mailbox.open(name)) {
            run("inmemory", Map.of("tidings.inmemory.mailbox", name));
            return sorted(mailbox.messages().stream().map(email -> seen(email.message())));
        }
    }

    private static List<Seen> throughSendGrid(String adapter) {
        try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
            run(
                    adapter,
                    Map.of(
                            "tidings.failover.order",
                            "sendgrid",
                            "tidings.sendgrid.base-url",
                            sendGrid.baseUrl().toString(),
                            "tidings.sendgrid.api-key",
                            sendGrid.apiKey()));
            return sorted(sendGrid.received().stream().map(SwapTest::seen));
        }
    }

    private static List<Seen> throughSmtp(String adapter, Map<String, String> more) {
        try (LocalGreenMail server = LocalGreenMail.start(Settings.of(Map.of()))) {
            Map<String, String> settings = new HashMap<>(server.whereItIs());
            settings.putAll(more);
            run(adapter, settings);
            return sorted(server.messages().stream().map(SwapTest::seen));
        }
    }

    private static void run(String adapter, Map<String, String> more) {
        Settings settings = Settings.of(
                        Map.of("tidings.email.adapter", adapter, "tidings.email.from", "portal@example.gov"))
                .with(more);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int code = PortalJob.run(new String[0], settings, new PrintStream(output, true, StandardCharsets.UTF_8));

        assertThat(code).as(output.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static List<Seen> sorted(Stream<Seen> seen) {
        return seen.sorted(Comparator.comparing(Seen::to).thenComparing(Seen::subject))
                .toList();
    }

    private static Seen seen(EmailMessage message) {
        return seen(
                message.to(),
                message.subject(),
                message.html().orElse(""),
                message.text().orElse(""),
                message.attachments().size());
    }

    private static Seen seen(ReceivedMessage message) {
        return seen(
                message.to(),
                message.subject(),
                message.html().orElse(""),
                message.text().orElse(""),
                message.attachments().size());
    }

    private static Seen seen(MimeMessage message) {
        try {
            Map<String, String> bodies = new HashMap<>();
            int files = read(message, bodies);
            InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            return seen(
                    List.of(EmailAddress.of(to.getAddress())),
                    message.getSubject(),
                    bodies.getOrDefault("text/html", ""),
                    bodies.getOrDefault("text/plain", ""),
                    files);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills in the bodies and counts the files. */
    private static int read(MimePart part, Map<String, String> bodies) throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart parts) {
            int files = 0;
            for (int i = 0; i < parts.getCount(); i++) {
                files += read((MimePart) parts.getBodyPart(i), bodies);
            }
            return files;
        }
        if (part.getFileName() != null) {
            return 1;
        }
        String type = part.isMimeType("text/html") ? "text/html" : "text/plain";
        bodies.put(type, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return 0;
    }

    private static Seen seen(List<EmailAddress> to, String subject, String html, String text, int files) {
        return new Seen(to.get(0).address(), subject, lines(html), lines(text), files);
    }

    private static String lines(String body) {
        return body.replace("\r\n", "\n").stripTrailing();
    }
}
