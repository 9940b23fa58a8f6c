package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.SendResult;
import io.tidings.spi.Settings;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The test that docs/sendgrid-simulator.md shows. */
class SimulatorPageTest {

    private static final EmailAddress JANE = EmailAddress.of("jane@example.gov");

    // Page begins. spotless:off
    @Test
    void aMessageThatSendGridCannotTakeNowIsKeptForLater() {
        try (SendGridSimulator sendGrid = SendGridSimulator.start();
                Notifier notifier = Notifier.configuredBy(Settings.of(Map.of(
                        "tidings.email.adapter", "sendgrid",
                        "tidings.email.from", "Data Portal <no-reply@portal.example.gov>",
                        "tidings.sendgrid.base-url", sendGrid.baseUrl().toString(),
                        "tidings.sendgrid.api-key", sendGrid.apiKey())))) {
            sendGrid.next(Answer.error(429, "too many requests").header("Retry-After", "2"));

            SendResult first = tellJane(notifier).result();
            SendResult second = tellJane(notifier).result();

            assertThat(first).isInstanceOf(Deferred.class);
            assertThat(second).isInstanceOf(Accepted.class);
            assertThat(sendGrid.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.to()).containsExactly(JANE));
        }
    }
    // Page ends. spotless:on

    private static Receipt tellJane(Notifier notifier) {
        return notifier.send(
                new AccessRequestApproved("Jane", "Data Analyst", "Illinois"), Recipient.of(JANE.address()));
    }

    @Test
    void thePageShowsThisTest() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/tidings/examples/SimulatorPageTest.java"));
        String shown = source.substring(source.indexOf("    @Test"), source.indexOf("    // Page ends"));

        assertThat(Files.readString(Path.of("..", "docs", "sendgrid-simulator.md")))
                .contains("```java\n" + shown.stripTrailing().stripIndent() + "\n```\n");
    }
}
