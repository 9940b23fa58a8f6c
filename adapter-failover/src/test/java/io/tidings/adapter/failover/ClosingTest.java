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
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClosingTest {

    /** Far less than what is waited for; no test takes as long, unless it fails. */
    private static final Duration LONG = Duration.ofSeconds(30);

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
                .satisfies(e -> assertThat(e.getSuppressed()).hasExactlyElementsOfTypes(AssertionError.class));
        assertThat(port.isClosed()).isTrue();
    }

    @Test
    void anAttemptThatIsUnderWayIsFinishedFirst() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        port.breaksWith(results -> {
            asked.countDown();
            await(mayAnswer);
            return results;
        });
        FailoverEmailAdapter failover = new FailoverEmailAdapter(FailoverConfig.of(port), time);
        EmailMessage message = message().build();
        CompletableFuture<SendResult> send = inNewThread(() -> failover.send(message));
        await(asked);
        CompletableFuture<Boolean> close = inNewThread(() -> {
            failover.close();
            return port.isClosed();
        });
        while (isOpen(failover)) {
            Thread.onSpinWait();
        }
        assertThat(close).isNotDone();
        mayAnswer.countDown();

        assertThat(close).succeedsWithin(LONG).isEqualTo(true);
        assertThat(send).succeedsWithin(LONG).isInstanceOf(Accepted.class);
    }

    @Test
    void aWaitForTheNextAttemptEndsAtOnce() {
        CompletableFuture<SendResult> send = waiting(port);

        assertThat(send).succeedsWithin(LONG).isInstanceOf(Deferred.class);
        assertThat(port.requests()).hasSize(1);
    }

    @Test
    void whatWaitedGoesToTheNextProviderAtOnce() {
        ScriptedPort second = new ScriptedPort("second", time);

        CompletableFuture<SendResult> send = waiting(port, second);

        assertThat(send).succeedsWithin(LONG).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(
                        accepted.provider())
                .isEqualTo("second"));
    }

    /** Waits for an hour, unless it is told not to, which it is. */
    private CompletableFuture<SendResult> waiting(ScriptedPort... ports) {
        CountDownLatch answered = new CountDownLatch(1);
        ports[0].always(
                Answer.fail(Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED).withRetryAfter(Duration.ofHours(1))));
        ports[0].breaksWith(results -> {
            answered.countDown();
            return results;
        });
        FailoverEmailAdapter failover = new FailoverEmailAdapter(
                new FailoverConfig(List.of(ports), 3, Duration.ofHours(1), OnUnconfirmed.HOLD), time);
        CompletableFuture<SendResult> send =
                inNewThread(() -> failover.send(message().build()));
        await(answered);
        failover.prepareToClose();
        return send;
    }

    @Test
    void closingEndsTheWaitToo() {
        AtomicReference<FailoverEmailAdapter> itself = new AtomicReference<>();
        port.always(
                Answer.fail(Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED).withRetryAfter(Duration.ofHours(1))));
        port.breaksWith(results -> {
            closeWithoutWaiting(itself.get());
            return results;
        });
        itself.set(new FailoverEmailAdapter(
                new FailoverConfig(List.of(port), 3, Duration.ofHours(1), OnUnconfirmed.HOLD), time));

        CompletableFuture<SendResult> send =
                inNewThread(() -> itself.get().send(message().build()));

        assertThat(send).succeedsWithin(LONG).isInstanceOf(Deferred.class);
    }

    @Test
    void theOthersHearOfItToo() {
        ScriptedPort inner = new ScriptedPort("inner", time);
        AtomicReference<FailoverEmailAdapter> outer = new AtomicReference<>();
        inner.always(
                Answer.fail(Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED).withRetryAfter(Duration.ofHours(1))));
        inner.breaksWith(results -> {
            outer.get().prepareToClose();
            return results;
        });
        EmailPort waiting = new FailoverEmailAdapter(
                new FailoverConfig(List.of(inner), 3, Duration.ofHours(1), OnUnconfirmed.HOLD), time);
        outer.set(new FailoverEmailAdapter(FailoverConfig.of(waiting), time));

        CompletableFuture<SendResult> send =
                inNewThread(() -> outer.get().send(message().build()));

        assertThat(send).succeedsWithin(LONG).isInstanceOf(Deferred.class);
    }

    @Test
    void anAttemptThatOutlastsTheClosingIsNotFollowedByOneWithAClosedAdapter() {
        ScriptedPort second = new ScriptedPort("second", time);
        AtomicReference<FailoverEmailAdapter> itself = new AtomicReference<>();
        port.always(Answer.fail(Verdict.SENDER));
        port.breaksWith(results -> {
            closeWithoutWaiting(itself.get());
            return results;
        });
        itself.set(new FailoverEmailAdapter(FailoverConfig.of(port, second), time));

        SendResult result = itself.get().send(message().build());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(second.isClosed()).isTrue();
        assertThat(second.requests()).isEmpty();
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

    @Test
    void everyAdapterHearsThatItWillBeClosedWhateverAnotherThrows() {
        List<String> told = new ArrayList<>();
        FailoverEmailAdapter failover = new FailoverEmailAdapter(
                FailoverConfig.of(new Deaf("first", told), new Deaf("second", told)),
                time,
                wait -> {},
                () -> new Random(1));

        assertThatThrownBy(failover::prepareToClose)
                .hasMessage("first")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(told).containsExactly("first", "second");
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

    private static <T> CompletableFuture<T> inNewThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
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
            if (name.equals("broken-too")) {
                throw new AssertionError(name);
            }
            throw new UnsupportedOperationException(name);
        }
    }

    /** Throws when it is told that it will be closed. */
    private record Deaf(String name, List<String> told) implements EmailPort {

        @Override
        public Capabilities capabilities() {
            return Capabilities.unlimited();
        }

        @Override
        public SendResult send(EmailMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void prepareToClose() {
            told.add(name);
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void close() {}
    }
}
