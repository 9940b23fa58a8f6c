package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several relays, and relays that cannot be reached. */
class RelaysTest {

    @Test
    void whereNobodyListensNothingIsSent() {
        RelayServer gone = RelayServer.plain(Script.none());
        gone.close();
        try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(gone))) {
            assertFailed(adapter.send(Messages.simple()), FailureReason.CONNECT_FAILED);
        }
    }

    @Test
    void whoDoesNotAnswerIsGivenUp() throws IOException {
        try (DeafRelay deaf = new DeafRelay();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(deaf.config())) {
            assertFailed(adapter.send(Messages.simple()), FailureReason.TIMED_OUT);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"GREETING", "EHLO", "MAIL", "DATA"})
    void theNextRelayGetsWhatTheFirstDoesNotTake(Step step) {
        for (Answer answer : List.of(Answer.say("451 4.3.0 canary"), Answer.say("550 5.7.1 canary"), Answer.cut())) {
            try (RelayServer first = RelayServer.plain(Script.at(step, answer));
                    RelayServer second = RelayServer.plain(Script.none());
                    SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(first, second))) {
                SendResult result = adapter.send(Messages.simple());

                assertThat(result).isInstanceOf(Accepted.class);
                assertThat(result.attempts())
                        .extracting(attempt -> attempt.outcome().failure().isPresent())
                        .containsExactly(true, false);
                assertThat(first.messages()).isEmpty();
                assertThat(second.messages()).hasSize(1);
            }
        }
    }

    @Test
    void noOtherRelayGetsWhatTheFirstMayHave() {
        for (Answer answer : List.of(Answer.cut().keeping(), Answer.cut(), Answer.say("what?"))) {
            try (RelayServer first = RelayServer.plain(Script.at(Step.DOT, answer));
                    RelayServer second = RelayServer.plain(Script.none());
                    SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(first, second))) {
                assertThat(adapter.send(Messages.simple())).isInstanceOf(Unconfirmed.class);
                assertThat(second.connections()).isZero();
            }
        }
    }

    @Test
    void aRecipientWhoIsRefusedIsNotTriedElsewhere() {
        try (RelayServer first = RelayServer.plain(Script.at(Step.RCPT, Answer.say("450 4.2.0 canary")));
                RelayServer second = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(first, second))) {
            assertThat(adapter.send(Messages.simple())).isInstanceOf(Deferred.class);
            assertThat(second.connections()).isZero();
        }
    }

    @Test
    void aRelayThatFailedComesLastForAWhile() {
        AtomicLong nanos = new AtomicLong();
        RelayServer gone = RelayServer.plain(Script.none());
        gone.close();
        try (RelayServer second = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter =
                        new SmtpLegacyEmailAdapter(Configs.plain(gone, second), InstantSource.system(), nanos::get)) {
            assertThat(adapter.send(Messages.simple()).attempts()).hasSize(2);
            assertThat(adapter.send(Messages.simple()).attempts()).hasSize(1);
            try (RelayServer back = RelayServer.builder().port(gone.port()).start()) {
                nanos.addAndGet(Duration.ofSeconds(31).toNanos());

                assertThat(adapter.send(Messages.simple()).attempts()).hasSize(1);
                assertThat(back.messages()).hasSize(1);
                assertThat(second.messages()).hasSize(2);
            }
        }
    }

    @Test
    void whenAllFailEachAttemptIsListed() {
        try (RelayServer first = RelayServer.plain(Script.at(Step.MAIL, Answer.say("550 5.7.1 canary")));
                RelayServer second = RelayServer.plain(Script.at(Step.GREETING, Answer.say("421 canary")));
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(first, second))) {
            SendResult result = adapter.send(Messages.simple());

            assertThat(result.attempts())
                    .extracting(RelaysTest::verdict)
                    .containsExactly(Optional.of(Verdict.SENDER), Optional.of(Verdict.TRANSPORT));
            assertThat(result).isInstanceOf(Deferred.class);
        }
    }

    /** The first relay may take tomorrow what the second never will. */
    @Test
    void whatOneRelayCannotCarryIsNotGivenUpWhileAnotherIsOutOfOrder() {
        EmailMessage message = Messages.message()
                .to(List.of(EmailAddress.of("j\u00f6rg@example.gov")))
                .build();
        for (Answer answer : List.of(Answer.say("421 canary"), Answer.sayAndCut("550 5.7.1 canary"))) {
            try (RelayServer first = RelayServer.plain(Script.at(Step.GREETING, answer));
                    RelayServer second = RelayServer.builder()
                            .extensions(List.of("PIPELINING"))
                            .start();
                    SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(first, second))) {
                // Now the other one comes first.
                for (int i = 0; i < 2; i++) {
                    SendResult result = adapter.send(message);

                    assertThat(result).isInstanceOf(Deferred.class);
                    assertThat(result.attempts()).hasSize(2);
                }
            }
        }
    }

    private static Optional<Verdict> verdict(Attempt attempt) {
        return attempt.outcome().failure().map(Failure::verdict);
    }

    private static void assertFailed(SendResult result, FailureReason reason) {
        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(result.problem()).contains(Failure.of(Verdict.TRANSPORT, reason));
        assertThat(result.attempts()).hasSize(1);
    }
}
