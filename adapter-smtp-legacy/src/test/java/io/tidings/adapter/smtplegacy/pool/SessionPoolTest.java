package io.tidings.adapter.smtplegacy.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.dialogue.Connector;
import io.tidings.adapter.smtplegacy.dialogue.Session;
import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.adapter.smtplegacy.tls.TlsClient;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionPoolTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SessionPool pool = new SessionPool(PoolLimits.defaults(), nanos::get);
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(10), () -> {});
    private final Deadline later = Deadline.after(Duration.ofMinutes(5));
    private final CountDownLatch asked = new CountDownLatch(1);
    private final RelayServer server = RelayServer.plain((step, command, connection) -> {
        if (step == Step.NOOP) {
            asked.countDown();
            return Optional.of(Answer.hang());
        }
        return Optional.empty();
    });
    private final Relay relay = Relay.parse(server.address());

    @AfterEach
    void close() {
        pool.close();
        watchdog.close();
        server.close();
    }

    @Test
    void theOneThatWasUsedLastComesFirst() throws IOException {
        PooledSession first = pool.adopt(open(server));
        PooledSession second = pool.adopt(open(server));
        pool.giveBack(first);
        pool.giveBack(second);

        assertThat(pool.take(relay, later)).contains(second);
        assertThat(pool.take(relay, later)).contains(first);
        assertThat(pool.take(relay, later)).isEmpty();
    }

    @Test
    void aSessionWithAnotherRelayIsNotTaken() throws IOException {
        try (RelayServer other = RelayServer.plain(Script.none())) {
            PooledSession session = pool.adopt(open(other));
            pool.giveBack(session);

            assertThat(pool.take(relay, later)).isEmpty();
            assertThat(pool.take(Relay.parse(other.address()), later)).contains(session);
        }
    }

    @Test
    void sweepingEndsWhatWasIdleForTooLong() throws IOException {
        PooledSession old = pool.adopt(open(server));
        PooledSession young = pool.adopt(open(server));
        pool.giveBack(old);
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        pool.giveBack(young);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        pool.sweep();

        assertThat(old.session().isUsable()).isFalse();
        assertThat(young.session().isUsable()).isTrue();
    }

    @Test
    void whatIsGivenBackAfterClosingEnds() throws IOException {
        PooledSession kept = pool.adopt(open(server));
        PooledSession late = pool.adopt(open(server));
        pool.giveBack(kept);
        pool.close();
        pool.giveBack(late);

        assertThat(kept.session().isUsable()).isFalse();
        assertThat(late.session().isUsable()).isFalse();
    }

    @Test
    void whatARelaySaysUnaskedEndsTheSession() throws IOException {
        PooledSession session = pool.adopt(open(server));
        pool.giveBack(session);
        while (!session.session().hasUnread()) {
            // The relay may still be busy with the command before.
            server.endIdle("421 4.4.2 idle for too long");
        }

        assertThat(pool.take(relay, later)).isEmpty();
        assertThat(session.session().isUsable()).isFalse();
    }

    /** One session waits for an answer that does not come; the pool serves the others meanwhile. */
    @Test
    void whoWaitsForARelayHoldsNobodyUp() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (RelayServer other = RelayServer.plain(Script.none())) {
            pool.giveBack(pool.adopt(open(server)));
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            Future<Optional<PooledSession>> waiting = thread.submit(() -> pool.take(relay, later));
            asked.await();

            PooledSession session = pool.adopt(open(other));
            pool.giveBack(session);
            assertThat(pool.take(session.session().relay(), later)).contains(session);
            pool.sweep();
            assertThat(waiting).isNotDone();

            server.close();
            assertThat(waiting.get()).isEmpty();
        } finally {
            thread.shutdownNow();
        }
    }

    /** Whoever sends many messages comes back at once, and would always be faster than one who is woken up. */
    @Test
    void whoComesBackWaitsBehindThoseWhoWait() throws Exception {
        PoolLimits one = PoolLimits.defaults().withMaxConnections(1);
        try (SessionPool narrow = new SessionPool(one, nanos::get)) {
            for (int i = 0; i < 100; i++) {
                assertThat(narrow.enter(Duration.ZERO)).isTrue();
                FutureTask<Boolean> other = new FutureTask<>(() -> narrow.enter(Duration.ofSeconds(30)));
                Thread thread = new Thread(other);
                thread.start();
                while (thread.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                narrow.leave();

                assertThat(narrow.enter(Duration.ZERO)).isFalse();
                assertThat(other.get()).isTrue();
                narrow.leave();
            }
        }
    }

    private Session open(RelayServer at) throws IOException {
        return new Connector(
                        TlsMode.NONE,
                        TlsClient.trusting(Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        TimeLimits.defaults(),
                        watchdog)
                .open(Relay.parse(at.address()), later);
    }
}
