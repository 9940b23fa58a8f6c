package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.sendgrid.account.AccountReport;
import io.tidings.adapter.sendgrid.account.Finding;
import io.tidings.adapter.sendgrid.account.Finding.Level;
import io.tidings.adapter.sendgrid.account.Finding.Topic;
import io.tidings.email.EmailAddress;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.Moment;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.SendGridSimulatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendGridAccountTest {

    private static final EmailAddress SENDER = EmailAddress.of("portal@example.gov", "Data Portal");

    private static AccountReport check(SendGridSimulatorBuilder settings) {
        try (SendGridSimulator simulator = settings.start()) {
            return check(simulator, Adapters.config(simulator));
        }
    }

    private static AccountReport check(SendGridSimulator simulator, SendGridConfig config) {
        AccountReport report = new SendGridAccount(config, SENDER).check();
        assertThat(report.toString()).doesNotContain(SENDER.address(), simulator.apiKey());
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.advice().isEmpty()).isEqualTo(finding.level() == Level.OK));
        assertThat(simulator.mails()).isEmpty();
        return report;
    }

    private static Level level(AccountReport report, Topic topic) {
        return report.findings().stream()
                .filter(finding -> finding.topic() == topic)
                .map(Finding::level)
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElseThrow();
    }

    @Test
    void allIsWell() {
        AccountReport report =
                check(SendGridSimulator.builder().domain("other.example").domain("example.gov"));

        assertThat(report.canSend()).isTrue();
        assertThat(report.findings()).extracting(Finding::level).containsOnly(Level.OK);
        assertThat(report.findings())
                .extracting(Finding::topic)
                .containsExactly(Topic.API_KEY, Topic.PERMISSION, Topic.SENDER_DOMAIN, Topic.DKIM, Topic.SPF);
        assertThat(report).hasToString("""
                OK: The API key is valid.
                OK: The key may send mail.
                OK: The domain example.gov is set up.
                OK: The records for DKIM are valid.
                OK: The records for SPF are valid.""");
    }

    @Test
    void aKeyThatIsWrong() {
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            AccountReport report =
                    check(simulator, SendGridConfig.of("SG.wrong").withBaseUrl(simulator.baseUrl()));

            assertThat(report.canSend()).isFalse();
            assertThat(report.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.topic()).isEqualTo(Topic.API_KEY);
                assertThat(finding.advice()).contains("tidings.sendgrid.api-key");
            });
        }
    }

    @Test
    void aKeyThatMayNotSend() {
        AccountReport report = check(SendGridSimulator.builder()
                .scopes("whitelabel.read", "whitelabel.update")
                .domain("example.gov"));

        assertThat(report.canSend()).isFalse();
        assertThat(level(report, Topic.PERMISSION)).isEqualTo(Level.ERROR);
        assertThat(level(report, Topic.DKIM)).isEqualTo(Level.OK);
    }

    @ParameterizedTest
    @CsvSource({"dkim1, ERROR, OK", "dkim2, ERROR, OK", "mail_cname, OK, ERROR", "spf, OK, ERROR"})
    void aRecordThatIsWrong(String record, Level dkim, Level spf) {
        AccountReport report = check(SendGridSimulator.builder().domain("example.gov", record));

        assertThat(report.canSend()).isFalse();
        assertThat(level(report, Topic.DKIM)).isEqualTo(dkim);
        assertThat(level(report, Topic.SPF)).isEqualTo(spf);
    }

    @Test
    void aVerifiedSenderIsEnoughToSendButNotToArrive() {
        AccountReport report = check(SendGridSimulator.builder().sender("Portal@example.gov", true));

        assertThat(report.canSend()).isTrue();
        assertThat(level(report, Topic.SENDER_DOMAIN)).isEqualTo(Level.WARNING);
        assertThat(level(report, Topic.SINGLE_SENDER)).isEqualTo(Level.OK);
    }

    @Test
    void aSenderThatIsNotVerifiedYet() {
        AccountReport report = check(SendGridSimulator.builder().sender("portal@example.gov", false));

        assertThat(report.canSend()).isFalse();
        assertThat(level(report, Topic.SINGLE_SENDER)).isEqualTo(Level.ERROR);
        assertThat(report.toString()).contains("not verified yet", "p•••@example.gov");
    }

    @Test
    void aSenderThatTheAccountDoesNotKnow() {
        AccountReport report = check(
                SendGridSimulator.builder().domain("gov").domain("ample.gov").sender("kim@example.gov", true));

        assertThat(report.canSend()).isFalse();
        assertThat(level(report, Topic.SINGLE_SENDER)).isEqualTo(Level.ERROR);
    }

    @Test
    void aKeyThatMayNotLook() {
        AccountReport report =
                check(SendGridSimulator.builder().scopes("mail.send").domain("example.gov"));

        assertThat(report.canSend()).isTrue();
        assertThat(level(report, Topic.SENDER_DOMAIN)).isEqualTo(Level.WARNING);
        assertThat(report.toString()).contains("whitelabel.read");
    }

    @Test
    void aKeyThatMayLookAndNotValidateSeesWhatWasSeenLast() {
        AccountReport report = check(SendGridSimulator.builder()
                .scopes("mail.send", "whitelabel.read")
                .domain("example.gov", "dkim2"));

        assertThat(level(report, Topic.SENDER_DOMAIN)).isEqualTo(Level.WARNING);
        assertThat(level(report, Topic.DKIM)).isEqualTo(Level.ERROR);
        assertThat(level(report, Topic.SPF)).isEqualTo(Level.OK);
    }

    @Test
    void aServerThatDoesNotAnswer() {
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            simulator.script("/v3/scopes").always(Answer.silence(Moment.AFTER_BODY));

            AccountReport report = check(simulator, Adapters.impatient(simulator));

            assertThat(report.canSend()).isFalse();
            assertThat(level(report, Topic.SERVER)).isEqualTo(Level.ERROR);
            assertThat(report.toString()).contains("timed out");
        }
    }

    @Test
    void answersThatAreNoJson() {
        try (SendGridSimulator simulator =
                SendGridSimulator.builder().domain("example.gov").start()) {
            simulator.script("/v3/scopes").next(Answer.status(200).body("text/html", "<canary>"));
            assertThat(check(simulator, Adapters.config(simulator)).canSend()).isFalse();

            simulator.script("/v3/whitelabel/domains").always(Answer.status(200).body("text/html", "<canary>"));
            AccountReport report = check(simulator, Adapters.config(simulator));
            assertThat(report.toString()).doesNotContain("canary").contains("cannot be seen");
            assertThat(level(report, Topic.SENDER_DOMAIN)).isEqualTo(Level.WARNING);
            assertThat(report.canSend()).isTrue();
        }
    }

    @Test
    void sendersWhoseListIsTooLongToReadAreNotSeen() {
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            simulator
                    .script("/v3/verified_senders")
                    .always(Answer.status(200)
                            .body(
                                    "application/json",
                                    "{\"results\":[" + "{\"from_email\":\"a@b.example\"},".repeat(5_000) + "{}]}"));

            AccountReport report = check(simulator, Adapters.config(simulator));

            assertThat(level(report, Topic.SINGLE_SENDER)).isEqualTo(Level.WARNING);
            assertThat(report.canSend()).isTrue();
        }
    }

    @Test
    void anAccountDoesNotShowTheAddress() {
        assertThat(new SendGridAccount(SendGridConfig.of("SG.x"), SENDER))
                .hasToString("SendGridAccount[p•••@example.gov]");
    }
}
