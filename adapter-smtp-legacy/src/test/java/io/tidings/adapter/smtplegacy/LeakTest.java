package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.email.SendResult;
import io.tidings.testkit.Messages;
import io.tidings.testkit.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever fails: no address, subject, body, credential or text of the relay comes out, at the finest level. */
class LeakTest {

    /** A logger is only weakly held by the system. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("io.tidings"), Logger.getLogger("javax"), Logger.getLogger("sun"));

    private static final Recording RECORDING = new Recording();

    @BeforeAll
    static void record() {
        LOGGERS.forEach(logger -> {
            logger.setLevel(Level.FINEST);
            logger.addHandler(RECORDING);
        });
    }

    @AfterAll
    static void stop() {
        LOGGERS.forEach(logger -> {
            logger.setLevel(null);
            logger.removeHandler(RECORDING);
        });
    }

    @Test
    void nothingComesOut() {
        List<String> out = new ArrayList<>();
        List<Answer> troubles = List.of(
                Answer.say("451 4.3.0 canary"),
                Answer.say("550 5.7.1 canary"),
                Answer.sayAndCut("421 4.3.2 canary"),
                Answer.cut(),
                Answer.say("canary?"));
        for (Step step : Step.values()) {
            for (Answer trouble : troubles) {
                out.addAll(drive(Script.at(step, trouble), Certificates.GOOD, message()));
            }
        }
        for (KeyStore certificate : List.of(Certificates.OTHER_HOST, Certificates.EXPIRED, Certificates.SELF_SIGNED)) {
            out.addAll(drive(Script.none(), certificate, message()));
        }
        EmailMessage breaking = message().toBuilder()
                .attachments(Attachment.of("canary.txt", "text/plain", Sources.breaking(100_000, "canary")))
                .build();
        out.addAll(drive(Script.none(), Certificates.GOOD, breaking));
        out.addAll(drive(Script.none(), Certificates.GOOD, message()));

        assertThat(out).hasSizeGreaterThan(60).allSatisfy(LeakTest::assertClean);
        assertThat(RECORDING.lines).as("something was logged").isNotEmpty().allSatisfy(LeakTest::assertClean);
    }

    private static List<String> drive(Script script, KeyStore certificate, EmailMessage message) {
        try (RelayServer relay =
                RelayServer.builder().certificate(certificate).script(script).start()) {
            SmtpLegacyConfig config = Configs.secured(relay, TlsMode.REQUIRED);
            try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(config)) {
                SendResult result = adapter.send(message);
                return List.of(
                        result.toString(), config.toString(), config.login().toString(), adapter.toString());
            }
        }
    }

    private static EmailMessage message() {
        return Messages.message()
                .from(EmailAddress.of("canary-from@example.gov", "Canary"))
                .to(EmailAddress.of("canary-to@example.org", "Canary"))
                .bcc(EmailAddress.of("canary-bcc@example.org"))
                .subject("canary subject")
                .text("canary body")
                .headers(new Header("X-Canary", "canary"))
                .build();
    }

    private static void assertClean(String text) {
        String login = "\0" + RelayServer.USER + "\0" + RelayServer.PASSWORD;
        assertThat(text)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain(Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Recording extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord event) {
            StringWriter text = new StringWriter();
            text.append(event.getLoggerName()).append(' ').append(event.getMessage());
            if (event.getThrown() != null) {
                event.getThrown().printStackTrace(new PrintWriter(text));
            }
            lines.add(text.toString());
        }

        @Override
        public void flush() {
            lines.size();
        }

        @Override
        public void close() {
            lines.size();
        }
    }
}
