package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.adapter.inmemory.ReceivedEmail;
import io.tidings.spi.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalJobTest {

    private final String name = UUID.randomUUID().toString();
    private final Mailbox mailbox = Mailbox.open(name);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void everyEventOfTheDayEndsInAReceipt() throws IOException {
        int code = run(Map.of(), new String[0]);

        assertThat(code).isZero();
        assertThat(lines().get(0)).contains("EVENT", "RECIPIENT", "TEMPLATE", "ADAPTER", "RESULT", "REASON");
        assertThat(rows()).hasSize(20);
        assertThat(rows()).filteredOn(row -> row.contains(" accepted ")).hasSize(19);
        assertThat(rows())
                .filteredOn(row -> row.contains("rejected"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("access-requested", "invalid recipient"));
        assertThat(lines().get(lines().size() - 1)).isEqualTo("Rendered messages: " + directory.toAbsolutePath());
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(57);
        }
    }

    @Test
    void everyNotificationOfTheCatalogueIsSent() {
        run(Map.of(), new String[0]);

        assertThat(mailbox.messages())
                .extracting(email -> email.message().template())
                .contains(
                        "access-request-submitted",
                        "access-request-approved",
                        "access-request-denied",
                        "access-request-count",
                        "account-deactivation-warning",
                        "account-deactivated",
                        "account-deactivated-admin",
                        "data-submitted",
                        "data-submission-failed",
                        "upcoming-submission-deadline",
                        "stuck-files");
    }

    @Test
    void showsNoAddress() {
        run(Map.of(), new String[0]);

        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("j•••@dhs.example.gov")
                .doesNotContain("jane.doe", "carlos.vega");
    }

    @Test
    void tellsEverybodyInTheirLanguageAndZone() {
        run(Map.of(), new String[0]);

        assertThat(mailbox.messages()).hasSize(19);
        ReceivedEmail spanish = mailbox.messagesTo("marta.soto@dhs.example.gov").get(0);
        ReceivedEmail english = mailbox.messagesTo("data-team@dhs.example.gov").get(0);
        assertThat(english.message().text().orElseThrow())
                .contains("February 14, 2026")
                .contains("3:05")
                .contains("EST");
        assertThat(spanish.message().text().orElseThrow())
                .contains("14 de febrero de 2026")
                .contains("CST");
        assertThat(english.message().attachments())
                .singleElement()
                .satisfies(attachment -> assertThat(attachment.fileName()).isEqualTo("errors.csv"));
    }

    @Test
    void aBadEventIsReportedAndTheOthersAreSent() throws IOException {
        Path events = directory.resolve("events.json");
        Files.writeString(events, """
                [
                  {"event": "moon-landed", "recipients": []},
                  {"event": "access-requested", "firstName": "Jane", "recipients": []},
                  {"event": "access-requested", "firstName": "Jane", "organisation": "Illinois",
                   "recipients": [{"address": "jane@example.gov", "locale": "en", "zone": "Nowhere"}]},
                  {"event": "account-inactive", "firstName": "Jane", "days": 3, "deactivation": "tomorrow",
                   "recipients": []},
                  {"event": "account-inactive", "firstName": "Jane", "days": "three",
                   "deactivation": "2026-03-03T05:00:00Z", "recipients": []},
                  {"event": "access-requests-waiting", "count": 1, "asOf": "today", "administration": "https://a",
                   "recipients": []},
                  {"event": "access-requests-waiting", "count": 1, "asOf": "2026-02-14", "administration": "https://a b",
                   "recipients": []},
                  {"event": "deadline-near", "firstName": "Jane", "programme": "MOON", "recipients": []},
                  {"event": "access-requested", "firstName": "Jane", "organisation": "Illinois",
                   "recipients": [{"address": "jane@example.gov", "locale": "en", "zone": "UTC"}]}
                ]
                """);

        int code = run(Map.of(), new String[] {events.toString()});

        assertThat(code).isEqualTo(1);
        assertThat(rows()).hasSize(9);
        assertThat(rows().get(0)).contains("moon-landed", "not sent", "event must be one of");
        assertThat(rows().get(1)).contains("not sent", "organisation must be given");
        assertThat(rows().get(2)).contains("not sent", "zone must be");
        assertThat(rows().get(3)).contains("not sent", "deactivation must be");
        assertThat(rows().get(4)).contains("not sent", "days must be");
        assertThat(rows().get(5)).contains("not sent", "asOf must be");
        assertThat(rows().get(6)).contains("not sent", "administration must be");
        assertThat(rows().get(7)).contains("not sent", "programme must be one of [TANF, TANF_AND_SSP]");
        assertThat(rows().get(8)).contains("accepted");
        assertThat(mailbox.messages()).hasSize(1);
    }

    @Test
    void aWrongConfigurationIsExplained() {
        int code = run(Map.of("tidings.email.adapter", "sendgird"), new String[0]);

        assertThat(code).isEqualTo(2);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("tidings.email.adapter", "found: failover, inmemory");
    }

    @Test
    void eventsThatCannotBeReadAreExplained() throws IOException {
        Path events = directory.resolve("events.json");
        Files.writeString(events, "{}");
        assertThat(run(Map.of(), new String[] {events.toString()})).isEqualTo(2);
        Files.writeString(events, "[");
        assertThat(run(Map.of(), new String[] {events.toString()})).isEqualTo(2);
        assertThat(run(Map.of(), new String[] {directory.resolve("none").toString()}))
                .isEqualTo(2);

        assertThat(lines()).hasSize(3).allSatisfy(line -> assertThat(line).startsWith("The events cannot be read"));
    }

    private int run(Map<String, String> settings, String[] args) {
        Settings all = Settings.of(Map.of(
                        "tidings.email.adapter",
                        "inmemory",
                        "tidings.email.from",
                        "Portal <portal@example.gov>",
                        "tidings.inmemory.directory",
                        directory.toString(),
                        "tidings.inmemory.mailbox",
                        name))
                .with(settings);
        return PortalJob.run(args, all, new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> rows() {
        return lines().stream()
                .skip(1)
                .filter(line -> !line.startsWith("Rendered"))
                .toList();
    }
}
