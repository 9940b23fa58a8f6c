package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Once the relay proves to be gone, the rest of a broadcast is not offered to it. */
class BroadcastStopTest {

    private static final int MANY = 100;

    private final AtomicInteger count = new AtomicInteger();
    private final List<EmailMessage> messages = Broadcasting.messages(MANY);

    @Test
    void aRelayThatRefusesTheAccountIsAskedOnce() {
        Script refusing = Script.at(Step.GREETING, Answer.sayAndCut("554 5.7.1 canary"));
        try (RelayServer relay = RelayServer.plain(refusing);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(8, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(relay.connections()).isEqualTo(1);
            assertThat(results.get(0).attempts()).hasSize(1);
            assertThat(Broadcasting.untried(results)).isEqualTo(results.subList(1, MANY));
            Broadcasting.assertDeferred(results, Verdict.ACCOUNT);
            assertThat(results)
                    .extracting(SendResult::problem)
                    .containsOnly(results.get(0).problem());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void whereNobodyListensThreeFailuresAreEnough(int connections) {
        RelayServer gone = RelayServer.plain(Script.none());
        gone.close();
        try (SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(connections, gone)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertGivenUp(results);
            assertThat(Broadcasting.untried(results))
                    .extracting(SendResult::problem)
                    .extracting(problem -> problem.orElseThrow())
                    .containsOnly(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED));
        }
    }

    @Test
    void aRelayThatDoesNotAnswerDoesNotCostATimeOutForEachMessage() throws IOException {
        try (DeafRelay deaf = new DeafRelay();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(deaf.config())) {
            List<SendResult> results = adapter.sendAll(messages);

            assertGivenUp(results);
            assertThat(results)
                    .extracting(result -> result.problem().orElseThrow().reason())
                    .containsOnly(FailureReason.TIMED_OUT);
        }
    }

    private static void assertGivenUp(List<SendResult> results) {
        Broadcasting.assertDeferred(results, Verdict.TRANSPORT);
        assertThat(Broadcasting.attempts(results)).hasSizeBetween(3, 4);
        assertThat(results).hasSize(MANY);
        assertThat(Broadcasting.untried(results)).hasSizeBetween(MANY - 4, MANY - 3);
    }

    @Test
    void aRelayThatLeavesTheFirstMessageInDoubtGetsNoOther() {
        Script silent = Script.at(Step.DOT, Answer.hang().keeping());
        try (RelayServer relay = RelayServer.plain(silent);
                SmtpLegacyEmailAdapter adapter =
                        new SmtpLegacyEmailAdapter(Configs.plain(relay).withTimes(Configs.impatient()))) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results.get(0)).isInstanceOf(Unconfirmed.class);
            assertThat(Broadcasting.untried(results)).isEqualTo(results.subList(1, MANY));
            Broadcasting.assertDeferred(results.subList(1, MANY), Verdict.TRANSPORT);
            assertThat(relay.messages()).hasSize(1);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    /** In doubt is at most what was under way. */
    @Test
    void aRelayThatHangsInTheMiddleLeavesNoMoreInDoubtThanIsUnderWay() {
        Script hanging = (step, command, connection) -> step == Step.DOT && count.incrementAndGet() > 20
                ? Optional.of(Answer.hang().keeping())
                : Optional.empty();
        try (RelayServer relay = RelayServer.plain(hanging);
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(
                        Configs.plain(relay).withPool(Broadcasting.pool(4)).withTimes(Configs.impatient()))) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results.stream().filter(Accepted.class::isInstance)).hasSize(20);
            assertThat(results.stream().filter(Unconfirmed.class::isInstance)).hasSizeBetween(1, 4);
            Broadcasting.assertDeferred(Broadcasting.untried(results), Verdict.TRANSPORT);
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    @Test
    void aRelayThatEndsInTheMiddleIsGivenUp() {
        Script ending = (step, command, connection) -> {
            boolean gone = (step == Step.MAIL ? count.incrementAndGet() : count.get()) >= 30 && step != Step.DOT;
            return gone ? Optional.of(Answer.cut()) : Optional.empty();
        };
        try (RelayServer relay = RelayServer.plain(ending);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(4, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results.stream().filter(Accepted.class::isInstance)).hasSizeBetween(1, 29);
            assertThat(Broadcasting.untried(results)).hasSizeGreaterThan(MANY - 40);
            Broadcasting.assertDeferred(Broadcasting.untried(results), Verdict.TRANSPORT);
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    @Test
    void aRelayThatRefusesTheAccountEndsNothingWhileAnotherOneWorks() {
        Script refusing = Script.at(Step.GREETING, Answer.sayAndCut("554 5.7.1 canary"));
        try (RelayServer first = RelayServer.plain(refusing);
                RelayServer second = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(4, first, second)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results).hasOnlyElementsOfType(Accepted.class);
            Broadcasting.assertTrue("", messages, results, second);
        }
    }

    /** Whichever of them is asked last. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRelayThatIsOutOfOrderMayStillKnowTheAccount(boolean outOfOrderFirst) {
        RelayServer gone = RelayServer.plain(Script.none());
        gone.close();
        Script refusing = Script.at(Step.GREETING, Answer.sayAndCut("554 5.7.1 canary"));
        try (RelayServer strict = RelayServer.plain(refusing);
                SmtpLegacyEmailAdapter adapter = outOfOrderFirst
                        ? Broadcasting.adapter(4, gone, strict)
                        : Broadcasting.adapter(4, strict, gone)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(Broadcasting.untried(results)).hasSizeBetween(MANY - 4, MANY - 3);
            Broadcasting.assertDeferred(Broadcasting.untried(results), Verdict.TRANSPORT);
            assertThat(results).hasOnlyElementsOfType(Deferred.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 canary, SENDER",
        "MAIL, 552 5.3.4 canary, MESSAGE",
        "RCPT, 550 5.1.1 canary, RECIPIENT_PERMANENT",
        "RCPT, 450 4.2.1 canary, RECIPIENT_TEMPORARY",
        "DATA, 554 5.7.1 canary, SENDER",
        "DOT, 554 5.6.0 canary, MESSAGE",
        "DOT, 451 4.7.1 canary, RECIPIENT_TEMPORARY"
    })
    void whatSaysNothingAboutTheRelayStopsNothing(Step step, String reply, Verdict verdict) {
        try (RelayServer relay = RelayServer.plain(Script.at(step, Answer.say(reply)));
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(4, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results).allSatisfy(result -> {
                assertThat(result.problem().orElseThrow().verdict()).isEqualTo(verdict);
                assertThat(result.attempts()).hasSize(1);
            });
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }
}
