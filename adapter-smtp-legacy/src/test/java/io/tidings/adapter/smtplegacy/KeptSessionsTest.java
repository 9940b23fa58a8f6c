package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.adapter.smtplegacy.relay.StoredMessage;
import io.tidings.email.Accepted;
import io.tidings.email.EmailMessage;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections are kept, and a relay that ends them loses, doubles and disturbs nothing. */
class KeptSessionsTest {

    private static final int MANY = 200;

    @Test
    void oneConnectionCarriesManyMessages() {
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            sendAll(adapter, relay, 50);

            assertThat(relay.connections()).isEqualTo(1);
            assertThat(relay.commands()).doesNotContain("NOOP", "RSET");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRelayThatEndsIdleConnectionsLosesAndDoublesNothing(long seed) {
        Random random = new Random(seed);
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            List<EmailMessage> sent = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                if (random.nextInt(3) == 0) {
                    relay.endIdle(random.nextBoolean() ? "421 4.4.2 idle for too long" : "");
                }
                sent.add(sendOne(adapter));
            }

            assertArrivedOnce("seed " + seed, relay, sent);
            assertThat(relay.connections()).isGreaterThan(1);
        }
    }

    /** The relay ends connections at random after a message, while other threads are sending. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aRelayThatEndsConnectionsBetweenMessagesOfSeveralThreadsDisturbsNobody(long seed) throws Exception {
        Random random = new Random(seed);
        Script leaving = (step, command, connection) -> {
            synchronized (random) {
                return step == Step.DOT && random.nextInt(4) == 0
                        ? Optional.of(Answer.sayAndCut("250 2.0.0 taken").keeping())
                        : Optional.empty();
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (RelayServer relay = RelayServer.plain(leaving);
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            List<Future<EmailMessage>> sends = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                sends.add(threads.submit(() -> sendOne(adapter)));
            }
            List<EmailMessage> sent = new ArrayList<>();
            for (Future<EmailMessage> send : sends) {
                sent.add(send.get());
            }
            assertArrivedOnce("seed " + seed, relay, sent);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRelayThatWasRestartedIsFoundAgain() {
        RelayServer first = RelayServer.plain(Script.none());
        try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(first))) {
            sendAll(adapter, first, 3);
            first.close();
            try (RelayServer second = RelayServer.builder().port(first.port()).start()) {
                sendAll(adapter, second, 3);
                assertThat(second.connections()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"MAIL", "RCPT", "DATA"})
    void aRelayThatGivesNoticeInTheMiddleOfASessionIsAskedAgain(Step step) {
        for (Answer answer : List.of(Answer.sayAndCut("421 4.3.2 shutting down"), Answer.cut())) {
            try (RelayServer relay = RelayServer.plain(Script.atNth(step, 2, answer));
                    SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
                sendAll(adapter, relay, 3);

                assertThat(relay.connections()).isEqualTo(2);
            }
        }
    }

    /** Once the final dot is on its way, not even a kept connection is replaced. */
    @Test
    void aKeptSessionThatEndsAfterTheFinalDotLeavesTheOutcomeOpen() {
        Answer lost = Answer.cut().keeping();
        try (RelayServer relay = RelayServer.plain(Script.atNth(Step.DOT, 2, lost));
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            sendAll(adapter, relay, 1);
            SendResult result = adapter.send(Messages.simple());

            assertThat(result).isInstanceOf(Unconfirmed.class);
            assertThat(relay.messages()).hasSize(2);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    @Test
    void noticeInReplyToTheFinalDotIsReportedAndNotSentAgain() {
        try (RelayServer relay = RelayServer.plain(Script.atNth(Step.DOT, 2, Answer.sayAndCut("421 4.3.2 later")));
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            sendAll(adapter, relay, 1);
            SendResult result = adapter.send(Messages.simple());

            assertThat(result.problem().orElseThrow().verdict()).isEqualTo(Verdict.TRANSPORT);
            assertThat(relay.messages()).hasSize(1);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    @Test
    void aReplyTooManyIsNotTakenForTheNextOne() {
        Answer twice = new Answer("250 2.0.0 taken\r\n550 5.7.1 canary\r\n", Answer.Then.GO_ON, true);
        try (RelayServer relay = RelayServer.plain(Script.atNth(Step.DOT, 1, twice));
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            sendAll(adapter, relay, 3);

            assertThat(relay.connections()).isEqualTo(2);
        }
    }

    @Test
    void aRelayThatEndsTheNewConnectionAsWellIsAFailure() {
        Script notNow = Script.atNth(Step.MAIL, 2, Answer.cut()).or(Script.atNth(Step.MAIL, 2, Answer.cut()));
        try (RelayServer relay = RelayServer.plain(notNow);
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            sendAll(adapter, relay, 1);
            SendResult result = adapter.send(Messages.simple());

            assertThat(result.problem().orElseThrow().verdict()).isEqualTo(Verdict.TRANSPORT);
            assertThat(result.problem().orElseThrow().reason()).isEqualTo(FailureReason.CONNECTION_LOST);
            assertThat(relay.connections()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionServesOnlySoManyMessages() {
        PoolLimits usual = PoolLimits.defaults();
        PoolLimits few = new PoolLimits(1, usual.idleTimeout(), usual.maxAge(), 5, usual.checkAfter());
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter =
                        new SmtpLegacyEmailAdapter(Configs.plain(relay).withPool(few))) {
            sendAll(adapter, relay, 11);

            assertThat(relay.connections()).isEqualTo(3);
        }
    }

    @Test
    void aConnectionThatWasIdleForLongIsAskedFirst() {
        AtomicLong nanos = new AtomicLong();
        try (RelayServer relay = RelayServer.plain(Script.atNth(Step.NOOP, 2, Answer.cut()));
                SmtpLegacyEmailAdapter adapter = adapter(relay, nanos)) {
            sendOne(adapter);
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            sendOne(adapter);
            assertThat(relay.connections()).isEqualTo(1);
            assertThat(relay.commands()).containsOnlyOnce("NOOP");

            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            sendOne(adapter);
            assertThat(relay.connections()).isEqualTo(2);
            assertThat(relay.messages()).hasSize(3);
        }
    }

    @Test
    void aConnectionThatWasIdleForTooLongIsLeftProperly() {
        AtomicLong nanos = new AtomicLong();
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = adapter(relay, nanos)) {
            sendOne(adapter);
            nanos.addAndGet(Duration.ofSeconds(61).toNanos());
            sendOne(adapter);

            assertThat(relay.connections()).isEqualTo(2);
            assertThat(relay.messages()).hasSize(2);
        }
    }

    @Test
    void aConnectionIsNotUsedWhenItIsOld() {
        AtomicLong nanos = new AtomicLong();
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = adapter(relay, nanos)) {
            for (int i = 0; i < 13; i++) {
                sendOne(adapter);
                nanos.addAndGet(Duration.ofSeconds(59).toNanos());
            }
            assertThat(relay.connections()).isEqualTo(2);
        }
    }

    private static SmtpLegacyEmailAdapter adapter(RelayServer relay, AtomicLong nanos) {
        return new SmtpLegacyEmailAdapter(Configs.plain(relay), InstantSource.system(), nanos::get);
    }

    private static EmailMessage sendOne(SmtpLegacyEmailAdapter adapter) {
        EmailMessage message = Messages.simple();
        SendResult result = adapter.send(message);
        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(result.attempts()).singleElement().satisfies(attempt -> assertThat(attempt.outcome())
                .isEqualTo(Outcome.accepted()));
        return message;
    }

    private static void sendAll(SmtpLegacyEmailAdapter adapter, RelayServer relay, int count) {
        List<EmailMessage> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(sendOne(adapter));
        }
        assertArrivedOnce("", relay, sent);
    }

    private static void assertArrivedOnce(String seed, RelayServer relay, List<EmailMessage> sent) {
        assertThat(relay.messages().stream().map(StoredMessage::id))
                .as(seed)
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(message -> message.id().value()).toList());
    }
}
