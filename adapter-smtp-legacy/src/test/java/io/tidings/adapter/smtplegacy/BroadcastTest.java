package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailMessage;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.testkit.Messages;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many messages go over several connections at once. */
class BroadcastTest {

    @Test
    void theResultsAreInTheOrderOfTheMessages() {
        Answer refusal = Answer.say("550 5.1.1 canary");
        Script everyThird = (step, command, connection) -> {
            boolean refused = step == Step.RCPT && Integer.parseInt(command.replaceAll("\\D+(\\d+)@.*", "$1")) % 3 == 0;
            return refused ? Optional.of(refusal) : Optional.empty();
        };
        List<EmailMessage> messages = Broadcasting.messages(90);
        try (RelayServer relay = RelayServer.plain(everyThird);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(4, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i)).isInstanceOf(i % 3 == 0 ? Rejected.class : Accepted.class);
            }
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void asManyConnectionsAreUsedAtOnceAsAreConfigured(int count) {
        Meeting meeting = new Meeting(count);
        PoolLimits usual = PoolLimits.defaults();
        PoolLimits enduring = new PoolLimits(count, usual.idleTimeout(), usual.maxAge(), 10_000, usual.checkAfter());
        List<EmailMessage> messages = Broadcasting.messages(2_000);
        try (RelayServer relay = RelayServer.plain(meeting);
                SmtpLegacyEmailAdapter adapter =
                        new SmtpLegacyEmailAdapter(Configs.plain(relay).withPool(enduring))) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results).hasOnlyElementsOfType(Accepted.class);
            assertThat(meeting.most).isEqualTo(count);
            assertThat(relay.connections()).isEqualTo(count);
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    /** At the final dot each connection waits for all others, until all that can be have met once. */
    private static final class Meeting implements Script {

        private final int all;
        private int open;
        private int here;
        private int round;
        private int most;

        Meeting(int all) {
            this.all = all;
        }

        @Override
        public synchronized Optional<Answer> answer(Step step, String command, int connection) {
            if (step == Step.GREETING) {
                open++;
            } else if (step == Step.DOT && most < all) {
                here++;
                if (here == open) {
                    most = Math.max(most, here);
                    here = 0;
                    round++;
                    notifyAll();
                } else {
                    awaitOthers(round);
                }
            }
            return Optional.empty();
        }

        private void awaitOthers(int mine) {
            Deadline deadline = Deadline.after(Duration.ofSeconds(20));
            try {
                while (round == mine && !deadline.isOver()) {
                    wait(1 + Math.max(0, deadline.left().toMillis()));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aSingleConnectionIsEnough() {
        List<EmailMessage> messages = Broadcasting.messages(30);
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(1, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(relay.connections()).isEqualTo(1);
            assertThat(relay.messages())
                    .extracting(message -> message.id())
                    .isEqualTo(messages.stream().map(each -> each.id().value()).toList());
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    /** It would have taken them all over one connection. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aRelayThatGrantsFewConnectionsGetsAllMessagesOverThose(int granted) {
        Script strict = (step, command, connection) -> step == Step.GREETING && connection > granted
                ? Optional.of(Answer.sayAndCut("421 4.7.0 canary, too many connections"))
                : Optional.empty();
        List<EmailMessage> messages = Broadcasting.messages(100);
        try (RelayServer relay = RelayServer.plain(strict);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(8, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results).hasOnlyElementsOfType(Accepted.class);
            assertThat(relay.connections()).isLessThanOrEqualTo(8);
            assertThat(Broadcasting.attempts(results)).hasSize(100 + Math.max(0, relay.connections() - granted));
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    @Test
    void severalBroadcastsShareTheConnections() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Script counting = (step, command, connection) -> {
            if (step == Step.MAIL) {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
            } else if (step == Step.DOT) {
                open.decrementAndGet();
            }
            return Optional.empty();
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (RelayServer relay = RelayServer.plain(counting);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(4, relay)) {
            List<EmailMessage> messages = Broadcasting.messages(180);
            List<Future<List<SendResult>>> parts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                List<EmailMessage> part = messages.subList(i * 60, i * 60 + 60);
                parts.add(threads.submit(() -> adapter.sendAll(part)));
            }
            List<SendResult> results = new ArrayList<>();
            for (Future<List<SendResult>> part : parts) {
                results.addAll(part.get());
            }

            assertThat(results).hasOnlyElementsOfType(Accepted.class);
            assertThat(most.get()).isLessThanOrEqualTo(4);
            Broadcasting.assertTrue("", messages, results, relay);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatOneMessageThrowsCostsNobodyElseTheResult() {
        List<EmailMessage> messages = new ArrayList<>(Broadcasting.messages(40));
        messages.set(7, withSource(() -> {
            throw new StackOverflowError("canary");
        }));
        messages.set(8, withSource(() -> {
            throw new IllegalStateException("canary");
        }));
        messages.set(9, withSource(() -> {
            throw new AssertionError("canary");
        }));
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(4, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            for (int i = 0; i < results.size(); i++) {
                if (i == 7 || i == 9) {
                    assertThat(results.get(i)).isInstanceOf(Unconfirmed.class);
                    assertThat(results.get(i).problem().orElseThrow().reason()).isEqualTo(FailureReason.ADAPTER_FAILED);
                } else {
                    assertThat(results.get(i)).isInstanceOf(i == 8 ? Rejected.class : Accepted.class);
                }
            }
            assertThat(relay.messages()).hasSize(37);
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    private interface Opening {
        InputStream open();
    }

    private static EmailMessage withSource(Opening opening) {
        ContentSource source = new ContentSource() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public InputStream open() {
                return opening.open();
            }
        };
        return Messages.message()
                .attachments(Attachment.of("a.bin", "application/octet-stream", source))
                .build();
    }

    @Test
    void aMessageThatExpiresBeforeItsTurnIsNotSent() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        AtomicInteger taken = new AtomicInteger();
        Script counting = (step, command, connection) -> {
            if (step == Step.DOT) {
                taken.incrementAndGet();
            }
            return Optional.empty();
        };
        List<EmailMessage> messages = new ArrayList<>(Broadcasting.messages(10));
        messages.set(
                9, Messages.message().expiry(noon.plus(Duration.ofMinutes(5))).build());
        try (RelayServer relay = RelayServer.plain(counting);
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(
                        Configs.plain(relay).withPool(Broadcasting.pool(1)),
                        () -> noon.plus(Duration.ofMinutes(taken.get())))) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(results.subList(0, 9)).hasOnlyElementsOfType(Accepted.class);
            assertThat(results.get(9)).isInstanceOf(Rejected.class);
            assertThat(results.get(9).problem().orElseThrow().reason()).isEqualTo(FailureReason.EXPIRED);
            assertThat(results.get(9).attempts()).isEmpty();
            assertThat(relay.messages()).hasSize(9);
        }
    }

    @Test
    void aMessageThatIsNoneIsRefusedBeforeAnythingIsSent() {
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(4, relay)) {
            assertThatNullPointerException()
                    .isThrownBy(() -> adapter.sendAll(Arrays.asList(Messages.simple(), null, Messages.simple())));
            assertThat(relay.connections()).isZero();
        }
    }
}
