package io.tidings.adapter.smtplegacy.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.SmtpLegacyConfig;
import io.tidings.adapter.smtplegacy.SmtpLegacyEmailAdapter;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.Settings;
import io.tidings.testkit.Messages;
import io.tidings.testkit.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedSendingTest {

    private static SmtpLegacyConfig read(RelayServer relay, Map<String, String> dkim) {
        Map<String, String> settings = new HashMap<>();
        settings.put("tidings.smtp-legacy.host", relay.address());
        settings.put("tidings.smtp-legacy.tls", "none");
        dkim.forEach((name, value) -> settings.put("tidings.smtp-legacy.dkim." + name, value));
        return SmtpLegacyConfig.from(Settings.of(settings));
    }

    private static Map<String, String> bothKeys(Path directory) throws IOException {
        Path rsa = Files.writeString(directory.resolve("rsa.pem"), Keys.pkcs1(Keys.RSA));
        return Map.of(
                "domain",
                "example.gov",
                "selector",
                "r1",
                "private-key-file",
                rsa.toString(),
                "second-selector",
                "e1",
                "second-private-key",
                Keys.pem(Keys.ED25519));
    }

    @Test
    void whatARelayGetsIsSignedWithBothKeys(@TempDir Path directory) throws IOException {
        EmailMessage message = Messages.message()
                .text(".\n..dots\nand a last line \n\n\n")
                .attachments(Messages.file("data.bin", new byte[100_000]))
                .build();
        try (RelayServer relay = RelayServer.builder().start();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(read(relay, bothKeys(directory)))) {
            assertThat(adapter.send(message)).isInstanceOf(Accepted.class);

            byte[] stored = relay.messages().get(0).data().getBytes(ISO_8859_1);
            assertThat(Verifier.verifies(stored, "r1", Keys.RSA.getPublic())).isTrue();
            assertThat(Verifier.verifies(stored, "e1", Keys.ED25519.getPublic()))
                    .isTrue();
        }
    }

    @Test
    void aMessageThatCannotBeSignedIsNotSent(@TempDir Path directory) throws IOException {
        EmailMessage message = Messages.message()
                .attachments(Attachment.of("a", "text/plain", Sources.breaking(100, "secret")))
                .build();
        try (RelayServer relay = RelayServer.builder().start();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(read(relay, bothKeys(directory)))) {
            SendResult result = adapter.send(message);

            assertThat(result).isInstanceOf(Rejected.class);
            assertThat(result.problem()).hasValue(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT));
            assertThat(result.attempts()).hasSize(1);
            assertThat(relay.messages()).isEmpty();
        }
    }

    @Test
    void everyMistakeIsNamedAndNoKeyIsShown() {
        String damaged = Keys.pem(Keys.RSA).replace("MII", "***");

        assertThat(problems(Map.of("selector", "s", "private-key", damaged, "second-private-key", damaged)))
                .containsExactly("domain", "private-key", "second-selector");
        assertThat(problems(Map.of("domain", "example.gov", "selector", "a b", "second-selector", "-")))
                .containsExactlyInAnyOrder("selector", "second-selector");
        assertThat(problems(Map.of("domain", "example.gov", "second-selector", "s")))
                .containsExactly("selector", "private-key", "second-private-key");
        assertThat(problems(Map.of("domain", "nowhere", "selector", "s", "private-key", Keys.pem(Keys.RSA))))
                .containsExactly("domain");
    }

    private static List<String> problems(Map<String, String> dkim) {
        try (RelayServer relay = RelayServer.builder().start()) {
            ConfigurationException thrown =
                    Assertions.catchThrowableOfType(ConfigurationException.class, () -> read(relay, dkim));
            assertThat(thrown).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain("***");
            return thrown.problems().stream()
                    .map(problem -> problem.key().substring("tidings.smtp-legacy.dkim.".length()))
                    .toList();
        }
    }

    @Test
    void aBadKeyIsNamedAtTheStart() {
        try (RelayServer relay = RelayServer.builder().start()) {
            ConfigurationException thrown = Assertions.catchThrowableOfType(
                    ConfigurationException.class,
                    () -> read(
                            relay,
                            Map.of(
                                    "domain",
                                    "example.gov",
                                    "selector",
                                    "r1",
                                    "private-key",
                                    Keys.pem(Keys.RSA),
                                    "second-selector",
                                    "r2",
                                    "second-private-key",
                                    Keys.pem(Keys.generate("RSA", 1024)))));

            assertThat(thrown.problems())
                    .containsExactly(new ConfigurationProblem(
                            "tidings.smtp-legacy.dkim.second-private-key",
                            "dkim.private-key must have at least 2048 bits if it is an RSA key; make a new one"));
        }
    }
}
