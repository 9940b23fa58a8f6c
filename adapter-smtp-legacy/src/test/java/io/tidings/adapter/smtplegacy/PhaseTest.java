package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a message, for everything that can go wrong at each step of the dialogue. */
class PhaseTest {

    /** What a relay does wrong. */
    enum Trouble {
        TEMPORARY(Answer.say("451 4.3.0 canary"), Optional.of(new EnhancedStatus(4, 3, 0))),
        PERMANENT(Answer.say("550 5.7.1 canary"), Optional.of(new EnhancedStatus(5, 7, 1))),
        CLOSING(Answer.sayAndCut("421 4.3.2 canary"), Optional.of(new EnhancedStatus(4, 3, 2))),
        CUT(Answer.cut(), Optional.empty()),
        CUT_IN_REPLY(new Answer("250-can", Answer.Then.CUT, false), Optional.empty()),
        SILENCE(Answer.hang(), Optional.empty()),
        SILENCE_IN_REPLY(new Answer("250-canary\r\n250", Answer.Then.HANG, false), Optional.empty()),
        GARBAGE(Answer.say("canary? <html>"), Optional.empty()),
        ENDLESS(Answer.say("250 " + "canary".repeat(2_000)), Optional.empty()),
        WRONG_CODE(Answer.say("399 canary"), Optional.empty());

        private final Answer answer;
        private final Optional<EnhancedStatus> status;

        Trouble(Answer answer, Optional<EnhancedStatus> status) {
            this.answer = answer;
            this.status = status;
        }
    }

    record Case(Step step, Trouble trouble, boolean pipelining, boolean keeps, Verdict verdict, FailureReason reason) {
        @Override
        public String toString() {
            return (step + " " + trouble + (pipelining ? " pipelining" : "") + (keeps ? " kept" : ""))
                    .toLowerCase(Locale.ROOT);
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Step step : List.of(
                Step.GREETING, Step.EHLO, Step.STARTTLS, Step.AUTH, Step.MAIL, Step.RCPT, Step.DATA, Step.DOT)) {
            for (Trouble trouble : Trouble.values()) {
                boolean batched = step.compareTo(Step.MAIL) >= 0;
                for (boolean pipelining : batched ? new boolean[] {false, true} : new boolean[] {true}) {
                    cases.add(expecting(step, trouble, pipelining, false));
                    if (step == Step.DOT && verdict(step, trouble) == Verdict.UNKNOWN) {
                        cases.add(expecting(step, trouble, pipelining, true));
                    }
                }
            }
        }
        return cases.stream();
    }

    private static Case expecting(Step step, Trouble trouble, boolean pipelining, boolean keeps) {
        return new Case(step, trouble, pipelining, keeps, verdict(step, trouble), reason(step, trouble));
    }

    private static Verdict verdict(Step step, Trouble trouble) {
        return switch (trouble) {
            case CLOSING -> Verdict.TRANSPORT;
            case TEMPORARY -> step == Step.RCPT || step == Step.DOT ? Verdict.RECIPIENT_TEMPORARY : Verdict.TRANSPORT;
            case PERMANENT ->
                switch (step) {
                    case GREETING, EHLO, STARTTLS, AUTH -> Verdict.ACCOUNT;
                    case MAIL, DATA -> Verdict.SENDER;
                    case RCPT -> Verdict.RECIPIENT_PERMANENT;
                    case DOT -> Verdict.MESSAGE;
                    default -> throw new AssertionError(step);
                };
            default -> step == Step.DOT ? Verdict.UNKNOWN : Verdict.TRANSPORT;
        };
    }

    private static FailureReason reason(Step step, Trouble trouble) {
        return switch (trouble) {
            case CLOSING -> FailureReason.SERVICE_UNAVAILABLE;
            case TEMPORARY ->
                step == Step.RCPT || step == Step.DOT
                        ? FailureReason.MAILBOX_UNAVAILABLE
                        : FailureReason.SERVICE_UNAVAILABLE;
            case PERMANENT ->
                switch (step) {
                    case GREETING, EHLO, RCPT, DATA -> FailureReason.ACCESS_DENIED;
                    case STARTTLS -> FailureReason.TLS_FAILED;
                    case AUTH -> FailureReason.AUTHENTICATION_FAILED;
                    case MAIL -> FailureReason.SENDER_NOT_ALLOWED;
                    case DOT -> FailureReason.CONTENT_REFUSED;
                    default -> throw new AssertionError(step);
                };
            case CUT, CUT_IN_REPLY -> FailureReason.CONNECTION_LOST;
            case SILENCE, SILENCE_IN_REPLY -> FailureReason.TIMED_OUT;
            case GARBAGE, ENDLESS, WRONG_CODE -> FailureReason.PROTOCOL_ERROR;
        };
    }

    /** What the code or the status code adds to the step. */
    @ParameterizedTest
    @CsvSource({
        "MAIL, 552 5.3.4 too large, MESSAGE, INVALID_MESSAGE",
        "MAIL, 552 too large, MESSAGE, INVALID_MESSAGE",
        "MAIL, 530 5.7.0 log in first, ACCOUNT, AUTHENTICATION_FAILED",
        "RCPT, 530 5.7.0 log in first, ACCOUNT, AUTHENTICATION_FAILED",
        "DATA, 530 5.7.57 log in first, ACCOUNT, AUTHENTICATION_FAILED",
        "RCPT, 550 5.1.1 nobody, RECIPIENT_PERMANENT, INVALID_RECIPIENT",
        "RCPT, 550 nobody, RECIPIENT_PERMANENT, INVALID_RECIPIENT",
        "RCPT, 552 5.2.2 full, RECIPIENT_PERMANENT, INVALID_RECIPIENT",
        "RCPT, 554 5.7.1 no relaying, RECIPIENT_PERMANENT, ACCESS_DENIED",
        "DOT, 552 5.3.4 too large, MESSAGE, INVALID_MESSAGE",
        "DOT, 554 5.6.0 malformed, MESSAGE, INVALID_MESSAGE",
        "DOT, 554 5.7.1 spam, MESSAGE, CONTENT_REFUSED",
        "AUTH, 454 4.7.0 later, TRANSPORT, SERVICE_UNAVAILABLE"
    })
    void aReplySaysMoreThanItsFirstDigit(Step step, String reply, Verdict verdict, FailureReason reason) {
        for (boolean pipelining : new boolean[] {true, false}) {
            try (RelayServer relay = RelayServer.builder()
                            .extensions(pipelining ? List.of("PIPELINING", "AUTH PLAIN") : List.of("AUTH PLAIN"))
                            .script(Script.at(step, Answer.say(reply)))
                            .start();
                    SmtpLegacyEmailAdapter adapter =
                            new SmtpLegacyEmailAdapter(Configs.plain(relay).withLogin(Configs.login()))) {
                Failure failure = adapter.send(Messages.simple()).problem().orElseThrow();

                assertThat(failure.verdict()).isEqualTo(verdict);
                assertThat(failure.reason()).isEqualTo(reason);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachFailureIsKnownForWhatItIs(Case given) {
        Answer answer = given.keeps ? given.trouble.answer.keeping() : given.trouble.answer;
        List<String> extensions = new ArrayList<>(RelayServer.EXTENSIONS);
        if (!given.pipelining) {
            extensions.remove("PIPELINING");
        }
        RelayServer.Builder builder =
                RelayServer.builder().extensions(extensions).script(Script.at(given.step, answer));
        boolean secured = given.step == Step.STARTTLS || given.step == Step.AUTH;
        TimeLimits times = given.reason == FailureReason.TIMED_OUT ? Configs.impatient() : TimeLimits.defaults();
        try (RelayServer relay =
                        secured ? builder.certificate(Certificates.GOOD).start() : builder.start();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(
                        (secured ? Configs.secured(relay, TlsMode.REQUIRED) : Configs.plain(relay)).withTimes(times))) {
            SendResult result = adapter.send(Messages.simple());

            assertThat(result).isInstanceOf(given.verdict.result());
            Failure failure = result.problem().orElseThrow();
            assertThat(failure.verdict()).isEqualTo(given.verdict);
            assertThat(failure.verdict().remedy()).isEqualTo(given.verdict.remedy());
            assertThat(failure.reason()).isEqualTo(given.reason);
            assertThat(failure.status()).isEqualTo(given.trouble.status);
            assertThat(result.attempts()).singleElement().satisfies(attempt -> assertThat(attempt.outcome())
                    .isEqualTo(failure));
            assertThat(relay.messages()).hasSize(given.keeps ? 1 : 0);
            assertThat(relay.connections()).isEqualTo(1);
            assertThat(result.toString()).doesNotContain("canary");
        }
    }
}
