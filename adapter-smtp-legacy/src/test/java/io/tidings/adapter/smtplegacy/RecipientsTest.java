package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about single recipients. */
class RecipientsTest {

    private static final Failure GONE = new Failure(
            Verdict.RECIPIENT_PERMANENT,
            FailureReason.INVALID_RECIPIENT,
            Optional.of(new EnhancedStatus(5, 1, 1)),
            Optional.empty());
    private static final Failure BUSY = new Failure(
            Verdict.RECIPIENT_TEMPORARY,
            FailureReason.MAILBOX_UNAVAILABLE,
            Optional.of(new EnhancedStatus(4, 2, 1)),
            Optional.empty());

    private static final Script REFUSING_1_AND_2 = Script.where("recipient1@", Answer.say("550 5.1.1 canary"))
            .or(Script.where("recipient2@", Answer.say("450 4.2.1 canary")));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOthersGetWhatOneRefuses(boolean pipelining) {
        try (RelayServer relay = relay(pipelining, REFUSING_1_AND_2)) {
            Accepted accepted = (Accepted) send(relay, to(4));

            assertThat(accepted.refused()).isEqualTo(Map.of(Messages.recipient(1), GONE, Messages.recipient(2), BUSY));
            assertThat(relay.messages()).singleElement().satisfies(message -> assertThat(message.rcpts())
                    .hasSize(2)
                    .allMatch(rcpt -> rcpt.contains("recipient0@") || rcpt.contains("recipient3@")));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whomEverybodyRefusesGetsNothing(boolean pipelining) {
        try (RelayServer relay = relay(pipelining, REFUSING_1_AND_2)) {
            EmailMessage both = to(3).toBuilder()
                    .to(List.of(Messages.recipient(1), Messages.recipient(2)))
                    .build();
            EmailMessage one =
                    to(3).toBuilder().to(List.of(Messages.recipient(1))).build();
            try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
                Deferred deferred = (Deferred) adapter.send(both);
                Rejected rejected = (Rejected) adapter.send(one);
                SendResult other = adapter.send(Messages.simple());

                assertThat(deferred.failure()).isEqualTo(BUSY);
                assertThat(deferred.refused()).hasSize(2);
                assertThat(rejected.failure()).isEqualTo(GONE);
                assertThat(other).isInstanceOf(Accepted.class);
            }
            assertThat(relay.messages()).hasSize(1);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    /** RFC 2920, 3.1: a relay may agree to DATA although it agreed to nobody. */
    @Test
    void aRelayThatWaitsForAMessageToNobodyGetsAnEmptyOne() {
        Script eager = Script.atNth(Step.RCPT, 1, Answer.say("550 5.1.1 no"))
                .or(Script.atNth(Step.DATA, 1, Answer.say("354 go on")))
                .or(Script.atNth(Step.DOT, 1, Answer.say("554 5.5.1 nobody")));
        try (RelayServer relay = relay(true, eager);
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            assertThat(adapter.send(Messages.simple())).isInstanceOf(Rejected.class);
            assertThat(relay.messages()).isEmpty();
            assertThat(adapter.send(Messages.simple())).isInstanceOf(Accepted.class);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRelayThatDoesNotForgetTheMessageBeforeIsAskedOverANewConnection(boolean pipelining) {
        Script stubborn = Script.atNth(Step.RCPT, 1, Answer.say("550 5.1.1 no"))
                .or(Script.at(Step.RSET, Answer.say("502 5.5.1 no")));
        try (RelayServer relay = relay(pipelining, stubborn);
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            assertThat(adapter.send(Messages.simple())).isInstanceOf(Rejected.class);
            assertThat(adapter.send(Messages.simple())).isInstanceOf(Accepted.class);
            assertThat(relay.connections()).isEqualTo(2);
            assertThat(relay.messages()).hasSize(1);
        }
    }

    @Test
    void aSenderThatIsRefusedIsKnownThroughTheRepliesThatFollow() {
        Script picky = Script.atNth(Step.MAIL, 1, Answer.say("550 5.7.1 canary"));
        try (RelayServer relay = relay(true, picky);
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            Failure failure = adapter.send(to(3)).problem().orElseThrow();

            assertThat(failure.verdict()).isEqualTo(Verdict.SENDER);
            assertThat(adapter.send(Messages.simple())).isInstanceOf(Accepted.class);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    /**
     * Some relays end the connection with a refusal, so that what was sent along with the command is never answered.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusalCountsEvenIfItIsTheLastThingThatTheRelaySays(boolean pipelining) {
        try (RelayServer relay = relay(pipelining, Script.at(Step.RCPT, Answer.sayAndCut("550 5.1.1 canary")))) {
            assertThat(((Rejected) send(relay, to(1))).failure()).isEqualTo(GONE);
            assertThat(relay.connections()).isEqualTo(1);
        }
        try (RelayServer relay = relay(pipelining, Script.at(Step.MAIL, Answer.sayAndCut("550 5.7.1 canary")))) {
            assertThat(send(relay, to(3)).problem()).map(Failure::verdict).contains(Verdict.SENDER);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    @Test
    void aRefusalCountsEvenIfTheRelayDoesNotAnswerToTheEmptyMessage() {
        Script eager = Script.at(Step.RCPT, Answer.say("550 5.1.1 no"))
                .or(Script.at(Step.DATA, Answer.say("354 go on")))
                .or(Script.at(Step.DOT, Answer.cut()));
        try (RelayServer relay = relay(true, eager)) {
            assertThat(((Rejected) send(relay, to(1))).failure()).isEqualTo(GONE);
            assertThat(relay.messages()).isEmpty();
        }
    }

    /** It answers to nothing before it has seen DATA, so what waits for an answer would wait for ever. */
    @Test
    void everythingUpToDataGoesOutAtOnce() {
        try (RelayServer relay = RelayServer.builder().patient().start()) {
            assertThat(send(relay, to(5))).isInstanceOf(Accepted.class);
            assertThat(relay.messages().get(0).rcpts()).hasSize(5);
        }
    }

    @Test
    void aRelayWithoutPipeliningIsAskedStepByStep() {
        Script hasty = (step, command, connection) -> Optional.empty();
        try (RelayServer relay = relay(false, hasty)) {
            assertThat(send(relay, to(120))).isInstanceOf(Accepted.class);
            assertThat(relay.messages().get(0).rcpts()).hasSize(120);
        }
    }

    @Test
    void manyRecipientsGoOutInBatches() {
        try (RelayServer relay = relay(true, Script.none())) {
            assertThat(send(relay, to(1_000))).isInstanceOf(Accepted.class);
            assertThat(relay.messages()).singleElement().satisfies(message -> assertThat(message.rcpts())
                    .hasSize(1_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"452 4.5.3 too many", "452 too many", "552 5.5.3 too many"})
    void tooManyForOneTransactionGetAnother(String reply) {
        for (boolean pipelining : new boolean[] {true, false}) {
            try (RelayServer relay = relay(pipelining, new AtMost(3, Answer.say(reply)))) {
                Accepted accepted = (Accepted) send(relay, to(8));

                assertThat(accepted.refused()).isEmpty();
                assertThat(accepted.attempts()).hasSize(3);
                assertThat(relay.messages())
                        .extracting(message -> message.rcpts().size())
                        .containsExactly(3, 3, 2);
            }
        }
    }

    @Test
    void whoseTurnNeverComesIsRefusedForNow() {
        try (RelayServer relay = relay(true, Script.at(Step.RCPT, Answer.say("452 4.5.3 too many")))) {
            Deferred deferred = (Deferred) send(relay, to(2));

            assertThat(deferred.failure().verdict()).isEqualTo(Verdict.RECIPIENT_TEMPORARY);
            assertThat(relay.messages()).isEmpty();
        }
    }

    @Test
    void whoIsLeftWhenTheNextTransactionFailsIsRefusedForNow() {
        Script dying = Script.atNth(Step.MAIL, 2, Answer.say("451 4.3.0 canary"))
                .or(new AtMost(2, Answer.say("452 4.5.3 too many")));
        try (RelayServer relay = relay(true, dying)) {
            Accepted accepted = (Accepted) send(relay, to(3));

            assertThat(accepted.refused()).containsOnlyKeys(Messages.recipient(2));
            assertThat(accepted.refused().get(Messages.recipient(2)).verdict()).isEqualTo(Verdict.RECIPIENT_TEMPORARY);
            assertThat(relay.messages()).hasSize(1);
        }
    }

    @Test
    void whatIsUnknownForSomeIsUnknownAndTheOthersAreNamed() {
        Script dying = Script.atNth(Step.DOT, 2, Answer.cut()).or(new AtMost(2, Answer.say("452 4.5.3 too many")));
        try (RelayServer relay = relay(true, dying)) {
            Unconfirmed unconfirmed = (Unconfirmed) send(relay, to(3));

            assertThat(unconfirmed.served()).containsExactly(Messages.recipient(0), Messages.recipient(1));
            assertThat(unconfirmed.refused()).isEmpty();
        }
    }

    private static RelayServer relay(boolean pipelining, Script script) {
        List<String> extensions = new ArrayList<>(RelayServer.EXTENSIONS);
        if (!pipelining) {
            extensions.remove("PIPELINING");
        }
        return RelayServer.builder().extensions(extensions).script(script).start();
    }

    private static EmailMessage to(int count) {
        List<EmailAddress> recipients =
                IntStream.range(0, count).mapToObj(Messages::recipient).toList();
        return Messages.message().to(recipients).build();
    }

    private static SendResult send(RelayServer relay, EmailMessage message) {
        try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            return adapter.send(message);
        }
    }

    /** Takes so many recipients in one transaction; serves one connection. */
    private static final class AtMost implements Script {

        private final int limit;
        private final Answer answer;
        private int count;

        AtMost(int limit, Answer answer) {
            this.limit = limit;
            this.answer = answer;
        }

        @Override
        public synchronized Optional<Answer> answer(Step step, String command, int connection) {
            if (step == Step.MAIL) {
                count = 0;
            }
            return step == Step.RCPT && ++count > limit ? Optional.of(answer) : Optional.empty();
        }
    }
}
