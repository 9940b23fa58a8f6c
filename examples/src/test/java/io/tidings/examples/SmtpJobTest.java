package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.spi.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmtpJobTest {

    private static final Settings SETTINGS = Settings.of(
            Map.of("tidings.email.adapter", "inmemory", "tidings.email.from", "Portal <portal@example.gov>"));

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void theDayOfThePortalGoesOutBySmtp() {
        try (LocalGreenMail server = LocalGreenMail.start(SETTINGS)) {
            int code = PortalJob.run(new String[0], server.joining(SETTINGS), out);

            assertThat(code).isZero();
            assertThat(server.messages()).hasSize(19);
            assertThat(sent()).hasSize(19).allMatch(line -> line.contains("accepted"));
        }
    }

    @Test
    void theJobStartsAMailServerIfItIsAsked() {
        int code = PortalJob.run(new String[0], SETTINGS, out, List.of(LocalGreenMail::start));

        assertThat(code).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("GreenMail at 127.0.0.1:", ": 19 messages");
    }

    @Test
    void whereNobodyListensEveryMessageIsDeferred() {
        LocalGreenMail server = LocalGreenMail.start(SETTINGS);
        Settings joining = server.joining(SETTINGS);
        server.close();

        int code = PortalJob.run(new String[0], joining, out);

        assertThat(code).isZero();
        assertThat(sent()).hasSize(19).allMatch(line -> line.contains("deferred") && line.contains("connect failed"));
    }

    private Stream<String> sent() {
        return output.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("smtp-legacy"));
    }
}
