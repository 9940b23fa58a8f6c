package io.tidings.adapter.failover;

import static io.tidings.adapter.failover.Bench.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Capabilities;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final SimulatedTime time = new SimulatedTime();
    private final ScriptedPort port = new ScriptedPort("first", time);

    @Test
    void closesEveryAdapterAndSendsNothingMore() {
        Bench bench = Bench.create();
        bench.failover.close();
        bench.failover.close();

        assertThat(bench.first.isClosed()).isTrue();
        assertThat(bench.second.isClosed()).isTrue();
        assertThatThrownBy(() -> bench.failover.send(message().build())).isInstanceOf(IllegalStateException.class);
        assertThat(bench.first.requests()).isEmpty();
    }

    @Test
    void closesTheOthersAlthoughOneThrows() {
        EmailPort broken = new BrokenOnClose("broken", time);
        EmailPort brokenToo = new BrokenOnClose("broken-too", time);
        FailoverEmailAdapter failover = new FailoverEmailAdapter(FailoverConfig.of(broken, brokenToo, port), time);

        assertThatThrownBy(failover::close)
                .isInstanceOf(UnsupportedOperationException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(port.isClosed()).isTrue();
    }

    @Test
    void aSendThatIsWaitingIsFinishedFirst() {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        port.next(Answer.fail(Verdict.TRANSPORT));
        FailoverEmailAdapter failover = new FailoverEmailAdapter(
                FailoverConfig.of(port),
                time,
                wait -> {
                    waiting.countDown();
                    mayGoOn.await();
                },
                () -> new Random(1));
        EmailMessage message = message().build();
        CompletableFuture<SendResult> send = CompletableFuture.supplyAsync(() -> failover.send(message));
        await(waiting);
        CompletableFuture<Void> close = CompletableFuture.runAsync(failover::close);
        while (isOpen(failover)) {
            Thread.onSpinWait();
        }
        assertThat(close).isNotDone();
        mayGoOn.countDown();

        assertThat(close).succeedsWithin(Duration.ofSeconds(30));
        assertThat(send).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(Accepted.class);
        assertThat(port.copies()).containsExactly(message);
    }

    @Test
    void aSendThatStillWaitsWhenTheAdaptersAreClosedKeepsItsLastResult() {
        port.always(Answer.fail(Verdict.RATE));
        AtomicReference<FailoverEmailAdapter> itself = new AtomicReference<>();
        FailoverEmailAdapter failover = new FailoverEmailAdapter(
                FailoverConfig.of(port), time, wait -> closeWithoutWaiting(itself.get()), () -> new Random(1));
        itself.set(failover);

        SendResult result = failover.send(message().build());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(port.requests()).hasSize(1);
        assertThat(port.isClosed()).isTrue();
    }

    private static void closeWithoutWaiting(FailoverEmailAdapter failover) {
        Thread.currentThread().interrupt();
        failover.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static boolean isOpen(FailoverEmailAdapter failover) {
        try {
            failover.sendAll(List.of());
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends nothing, and throws when it is closed. */
    private record BrokenOnClose(String name, SimulatedTime time) implements EmailPort {

        @Override
        public Capabilities capabilities() {
            return Capabilities.unlimited();
        }

        @Override
        public SendResult send(EmailMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException(name);
        }
    }
}
