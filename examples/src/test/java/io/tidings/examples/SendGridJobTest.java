package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.spi.Settings;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.SimulatedMail;
import io.tidings.testkit.sendgrid.webhook.EventWebhook;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job through the SendGrid adapter. */
class SendGridJobTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void sendsToWhateverSpeaksTheApiAtThePort() {
        try (SendGridSimulator sendGrid =
                SendGridSimulator.builder().apiKey("SG.given").start()) {
            int code = PortalJob.run(new String[0], settings(sendGrid.baseUrl(), "SG.given"), out());

            assertThat(code).isZero();
            assertThat(lines()).filteredOn(line -> line.contains(" accepted ")).hasSize(19);
            assertThat(lines()).filteredOn(line -> line.contains("sendgrid")).hasSize(19);
            assertThat(sendGrid.mails())
                    .hasSize(19)
                    .allSatisfy(mail -> assertThat(mail.from().address()).isEqualTo("portal@example.gov"));
            assertThat(sendGrid.mails())
                    .flatExtracting(SimulatedMail::attachments)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(file.fileName()).isEqualTo("errors.csv"));
        }
    }

    @Test
    void startsASimulatorOfItsOwn() {
        int code = PortalJob.run(
                new String[0],
                Settings.of(Map.of("tidings.email.from", "portal@example.gov")),
                out(),
                List.of(SimulatedSendGrid::start));

        assertThat(code).isZero();
        assertThat(lines()).filteredOn(line -> line.contains(" accepted ")).hasSize(19);
        assertThat(lines().get(lines().size() - 1))
                .startsWith("Simulated SendGrid at http://127.0.0.1:")
                .contains(": 19 messages in ");
    }

    @Test
    void endsWithWhatBecameOfTheMessages() {
        PortalJob.run(
                new String[0],
                Settings.of(Map.of("tidings.email.from", "portal@example.gov")),
                out(),
                List.of(SimulatedSendGrid::start));

        List<String> table = lines().stream()
                .dropWhile(line -> !line.startsWith("TEMPLATE"))
                .takeWhile(line -> !line.startsWith("Simulated"))
                .toList();
        assertThat(table).hasSize(20);
        assertThat(table.get(0)).contains("TEMPLATE", "RECIPIENT", "STATUS", "REASON");
        assertThat(table).filteredOn(line -> line.contains(" delivered ")).hasSize(17);
        assertThat(table)
                .filteredOn(line -> line.contains(" bounced "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("invalid 5.1.1"));
        assertThat(table).filteredOn(line -> line.contains(" deferred ")).hasSize(1);
        assertThat(table).noneMatch(line -> line.contains("example.gov") && !line.contains("•••"));
    }

    @Test
    void hasNoTableOfDeliveriesWhenNobodyReported() {
        try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
            PortalJob.run(new String[0], settings(sendGrid.baseUrl(), sendGrid.apiKey()), out());
        }

        assertThat(lines()).noneMatch(line -> line.startsWith("TEMPLATE"));
    }

    @Test
    void believesTheSimulatorBesidesWhomTheSettingsName() {
        try (SendGridSimulator other = SendGridSimulator.start()) {
            String given = EventWebhook.of(other).publicKey();
            Settings settings = Settings.of(Map.of("tidings.sendgrid.webhook.public-keys", given));

            try (LocalFarSide farSide = SimulatedSendGrid.start(settings)) {
                assertThat(farSide.whereItIs().get("tidings.sendgrid.webhook.public-keys"))
                        .startsWith(given + ",");
            }
        }
    }

    @Test
    void startsTheSimulatorWhereTheAdapterLooksForIt() {
        URI free;
        try (SendGridSimulator other = SendGridSimulator.start()) {
            free = other.baseUrl();
        }

        int code = PortalJob.run(new String[0], settings(free, "SG.given"), out(), List.of(SimulatedSendGrid::start));

        assertThat(code).isZero();
        assertThat(lines().get(lines().size() - 1)).startsWith("Simulated SendGrid at " + free + ": 19 messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.sendgrid.com", "http://127.0.0.1:70000", "http://localhost"})
    void simulatesNoOtherPlace(String baseUrl) {
        int code = PortalJob.run(
                new String[0], settings(URI.create(baseUrl), "SG.given"), out(), List.of(SimulatedSendGrid::start));

        assertThat(code).isEqualTo(2);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("tidings.sendgrid.base-url", "must be http://127.0.0.1:PORT")
                .doesNotContain("SG.given");
    }

    @Test
    void saysThatAPortIsTaken() {
        try (SendGridSimulator other = SendGridSimulator.start()) {
            int code = PortalJob.run(
                    new String[0], settings(other.baseUrl(), "SG.given"), out(), List.of(SimulatedSendGrid::start));

            assertThat(code).isEqualTo(2);
            assertThat(lines()).containsExactly("Port " + other.baseUrl().getPort() + " of 127.0.0.1 cannot be had");
        }
    }

    private static Settings settings(URI baseUrl, String apiKey) {
        return Settings.of(Map.of(
                "tidings.email.adapter",
                "sendgrid",
                "tidings.email.from",
                "Portal <portal@example.gov>",
                "tidings.sendgrid.base-url",
                baseUrl.toString(),
                "tidings.sendgrid.api-key",
                apiKey));
    }

    private PrintStream out() {
        return new PrintStream(output, true, StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
