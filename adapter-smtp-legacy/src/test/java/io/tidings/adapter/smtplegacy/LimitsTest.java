package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import io.tidings.testkit.Sources;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing takes for ever, and nothing stays behind. */
class LimitsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final TimeLimits USUAL = TimeLimits.defaults();

    @Test
    void aReplyThatDripsEndsWithTheLimitOfTheReply() {
        try (RelayServer relay = RelayServer.plain(Script.at(Step.MAIL, Answer.drip()))) {
            assertTimedOut(send(relay, Configs.impatient(), Messages.simple()), Verdict.TRANSPORT);
        }
    }

    @Test
    void aRelayThatIsNeverDoneEndsWithTheLimitOfTheSend() {
        TimeLimits impatient =
                new TimeLimits(USUAL.connect(), USUAL.read(), USUAL.write(), USUAL.finalReply(), USUAL.claim(), SHORT);
        try (RelayServer relay =
                RelayServer.plain(Script.at(Step.DOT, Answer.drip().keeping()))) {
            assertTimedOut(send(relay, impatient, Messages.simple()), Verdict.UNKNOWN);
        }
    }

    @Test
    void aRelayThatTakesNoMoreOctetsEndsWithTheLimitOfTheWrite() {
        TimeLimits impatient =
                new TimeLimits(USUAL.connect(), USUAL.read(), SHORT, USUAL.finalReply(), USUAL.claim(), USUAL.send());
        Answer deaf = new Answer("354 go on\r\n", Answer.Then.HANG, false);
        EmailMessage large = Messages.message()
                .attachments(Attachment.of("a.bin", "application/octet-stream", Sources.zeros(20_000_000)))
                .build();
        try (RelayServer relay = RelayServer.plain(Script.at(Step.DATA, deaf))) {
            assertTimedOut(send(relay, impatient, large), Verdict.TRANSPORT);
            assertThat(relay.messages()).isEmpty();
        }
    }

    @Test
    void aHandshakeThatDoesNotComeAboutEndsWithTheLimitOfAReply() {
        Answer silent = new Answer("220 go ahead\r\n", Answer.Then.HANG, false);
        Answer dripping = new Answer("220 go ahead\r\n", Answer.Then.DRIP, false);
        for (Answer answer : new Answer[] {silent, dripping}) {
            try (RelayServer relay = RelayServer.builder()
                            .certificate(Certificates.GOOD)
                            .script(Script.at(Step.STARTTLS, answer))
                            .start();
                    SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(
                            Configs.secured(relay, TlsMode.REQUIRED).withTimes(Configs.impatient()))) {
                SendResult result = adapter.send(Messages.simple());

                assertThat(result).isInstanceOf(Deferred.class);
                assertThat(result.problem().orElseThrow().verdict()).isEqualTo(Verdict.TRANSPORT);
            }
        }
    }

    @Test
    void whoWaitsForAConnectionForTooLongIsDeferred() throws Exception {
        TimeLimits impatient = new TimeLimits(
                USUAL.connect(), USUAL.read(), USUAL.write(), USUAL.finalReply(), Duration.ofMillis(1), USUAL.send());
        CountDownLatch underWay = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (RelayServer relay = RelayServer.plain(hangingAtTheDot(underWay))) {
            SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay)
                    .withPool(PoolLimits.defaults().withMaxConnections(1))
                    .withTimes(impatient));
            Future<SendResult> first = thread.submit(() -> adapter.send(Messages.simple()));
            underWay.await();

            SendResult second = adapter.send(Messages.simple());

            assertThat(second).isInstanceOf(Deferred.class);
            assertThat(second.problem().orElseThrow().reason()).isEqualTo(FailureReason.POOL_EXHAUSTED);
            assertThat(second.problem().orElseThrow().verdict()).isEqualTo(Verdict.TRANSPORT);
            assertThat(second.attempts()).hasSize(1);
            relay.close();
            assertThat(first.get()).isInstanceOf(Unconfirmed.class);
            assertThat(relay.connections()).isEqualTo(1);
            adapter.close();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingForAConnectionStaysInterrupted() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (RelayServer relay = RelayServer.plain(hangingAtTheDot(underWay))) {
            SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(
                    Configs.plain(relay).withPool(PoolLimits.defaults().withMaxConnections(1)));
            Future<SendResult> first = thread.submit(() -> adapter.send(Messages.simple()));
            underWay.await();

            Thread.currentThread().interrupt();
            SendResult second = adapter.send(Messages.simple());
            boolean kept = Thread.interrupted();

            assertThat(kept).isTrue();
            assertThat(second.problem().orElseThrow().reason()).isEqualTo(FailureReason.INTERRUPTED);
            relay.close();
            assertThat(first.get()).isInstanceOf(Unconfirmed.class);
            adapter.close();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void anAttachmentThatBreaksHandsNothingOver() {
        EmailMessage breaking = Messages.message()
                .attachments(Attachment.of("a.bin", "application/octet-stream", Sources.breaking(1_000_000, "canary")))
                .build();
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            adapter.send(Messages.simple());
            SendResult result = adapter.send(breaking);

            assertThat(result).isInstanceOf(Rejected.class);
            assertThat(result.problem().orElseThrow().reason()).isEqualTo(FailureReason.UNREADABLE_ATTACHMENT);
            assertThat(adapter.send(Messages.simple())).isInstanceOf(Accepted.class);
            assertThat(relay.messages()).hasSize(2);
        }
    }

    @Test
    void aRelayThatEndsWhileTheMessageIsBeingWrittenHasNotGotIt() {
        Answer leaving = new Answer("354 go on\r\n", Answer.Then.CUT, false);
        EmailMessage large = Messages.message()
                .attachments(Attachment.of("a.bin", "application/octet-stream", Sources.zeros(20_000_000)))
                .build();
        try (RelayServer relay = RelayServer.plain(Script.at(Step.DATA, leaving))) {
            SendResult result = send(relay, USUAL, large);

            assertThat(result.problem().orElseThrow().verdict()).isEqualTo(Verdict.TRANSPORT);
            assertThat(result.problem().orElseThrow().reason()).isEqualTo(FailureReason.CONNECTION_LOST);
        }
    }

    @Test
    void closingLeavesNoThreadBehind() throws Exception {
        ThreadGroup group = new ThreadGroup("of the test");
        try (RelayServer relay = RelayServer.plain(Script.none())) {
            Thread thread = new Thread(group, () -> {
                try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
                    adapter.send(Messages.simple());
                    assertThat(namesIn(group)).anyMatch(name -> name.startsWith("tidings"));
                }
            });
            thread.start();
            thread.join();

            assertThat(relay.messages()).hasSize(1);
            assertThat(namesIn(group)).isEmpty();
        }
    }

    private static Stream<String> namesIn(ThreadGroup group) {
        Thread[] threads = new Thread[10];
        int count = group.enumerate(threads);
        return Stream.of(threads).limit(count).map(Thread::getName);
    }

    private static Script hangingAtTheDot(CountDownLatch underWay) {
        return (step, command, connection) -> {
            if (step != Step.DOT) {
                return Optional.empty();
            }
            underWay.countDown();
            return Optional.of(Answer.hang());
        };
    }

    private static SendResult send(RelayServer relay, TimeLimits times, EmailMessage message) {
        try (SmtpLegacyEmailAdapter adapter =
                new SmtpLegacyEmailAdapter(Configs.plain(relay).withTimes(times))) {
            return adapter.send(message);
        }
    }

    private static void assertTimedOut(SendResult result, Verdict verdict) {
        assertThat(result).isInstanceOf(verdict.result());
        assertThat(result.problem().orElseThrow().verdict()).isEqualTo(verdict);
        assertThat(result.problem().orElseThrow().reason()).isEqualTo(FailureReason.TIMED_OUT);
    }
}
