package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Accepted;
import io.tidings.email.EmailMessage;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broadcast that is ended before its time, and what it leaves behind. */
class BroadcastEndTest {

    private static final int MANY = 60;
    private static final int CONNECTIONS = 3;

    private final List<EmailMessage> messages = Broadcasting.messages(MANY);
    private final CountDownLatch underWay = new CountDownLatch(CONNECTIONS);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger dots = new AtomicInteger();

    /** After ten messages all connections wait at the final dot. */
    private final Script holding = (step, command, connection) -> {
        if (step == Step.DOT && dots.incrementAndGet() > 10) {
            underWay.countDown();
            Broadcasting.await(goOn);
        }
        return Optional.empty();
    };

    @Test
    void closingWaitsForWhatIsUnderWayAndNotForTheRest() throws Exception {
        try (RelayServer relay = RelayServer.plain(holding);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(CONNECTIONS, relay)) {
            FutureTask<List<SendResult>> broadcast = new FutureTask<>(() -> adapter.sendAll(messages));
            new Thread(broadcast).start();
            Broadcasting.await(underWay);
            Thread closing = new Thread(adapter::close);
            closing.start();
            while (closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            goOn.countDown();

            List<SendResult> results = broadcast.get();
            closing.join();
            assertThat(results.stream().filter(Accepted.class::isInstance)).hasSize(10 + CONNECTIONS);
            assertNotBegun(results, FailureReason.EXECUTOR_REJECTED);
            Broadcasting.assertTrue("", messages, results, relay);
            assertThatIllegalStateException().isThrownBy(() -> adapter.sendAll(messages));
        }
    }

    @Test
    void anInterruptLetsNothingBeginAnyMore() throws Exception {
        try (RelayServer relay = RelayServer.plain(holding);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(CONNECTIONS, relay)) {
            boolean[] kept = new boolean[1];
            FutureTask<List<SendResult>> broadcast = new FutureTask<>(() -> {
                List<SendResult> results = adapter.sendAll(messages);
                kept[0] = Thread.interrupted();
                return results;
            });
            Thread caller = new Thread(broadcast);
            caller.start();
            Broadcasting.await(underWay);
            caller.interrupt();
            goOn.countDown();

            List<SendResult> results = broadcast.get();
            assertThat(kept[0]).as("the interrupt is still set").isTrue();
            assertThat(results.stream().filter(Accepted.class::isInstance)).hasSize(10 + CONNECTIONS);
            assertNotBegun(results, FailureReason.INTERRUPTED);
            Broadcasting.assertTrue("", messages, results, relay);
        }
    }

    private static void assertNotBegun(List<SendResult> results, FailureReason reason) {
        List<SendResult> rest = Broadcasting.untried(results);
        assertThat(rest).hasSize(MANY - 10 - CONNECTIONS);
        Broadcasting.assertDeferred(rest, Verdict.TRANSPORT);
        assertThat(rest)
                .extracting(result -> result.problem().orElseThrow().reason())
                .containsOnly(reason);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noHelperOutlivesTheCall(boolean works) throws Exception {
        ThreadGroup group = new ThreadGroup("of the test");
        RelayServer relay = RelayServer.plain(Script.none());
        if (!works) {
            relay.close();
        }
        try (SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(8, relay)) {
            FutureTask<List<String>> broadcast = new FutureTask<>(() -> {
                adapter.sendAll(messages);
                return namesIn(group);
            });
            new Thread(group, broadcast, "caller").start();

            assertThat(broadcast.get()).doesNotHaveDuplicates().isSubsetOf("caller", "tidings-smtp-legacy");
        } finally {
            relay.close();
        }
    }

    private static List<String> namesIn(ThreadGroup group) {
        Thread[] threads = new Thread[20];
        int count = group.enumerate(threads);
        return Stream.of(threads).limit(count).map(Thread::getName).toList();
    }
}
