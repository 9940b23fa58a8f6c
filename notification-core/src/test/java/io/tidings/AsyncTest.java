package io.tidings;

import static io.tidings.Harness.APPROVED;
import static io.tidings.Harness.JANE;
import static io.tidings.Harness.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Harness.Approved;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;
import io.tidings.error.IdempotencyConflictException;
import io.tidings.error.InvalidArgumentException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncTest {

    private static final Failure NOT_BEGUN = Failure.of(Verdict.TRANSPORT, FailureReason.EXECUTOR_REJECTED);

    private final Harness harness = new Harness();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void sendsByTheExecutorAndNotBefore() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        CompletableFuture<Receipt> receipt = harness.notifier()
                .sendAsync(APPROVED, JANE, SendOptions.none(), tasks::add)
                .toCompletableFuture();
        assertThat(harness.port.received).isEmpty();

        tasks.remove().run();

        assertThat(receipt.join().id()).isEqualTo(harness.onlyMessage().id());
    }

    @Test
    void readsTheNotificationWhenItIsGiven() {
        List<String> names = new ArrayList<>(List.of("a"));
        Queue<Runnable> tasks = new ArrayDeque<>();
        record Listing(List<String> names) implements Notification {}
        harness.notifier().sendAsync(new Listing(names), JANE, SendOptions.none(), tasks::add);

        names.set(0, "changed");
        tasks.remove().run();

        assertThat(harness.onlyMessage().subject()).contains("[a]");
    }

    @Test
    void anExecutorThatRefusesEndsInADeferredReceipt() {
        Receipt receipt = harness.notifier()
                .sendAsync(APPROVED, JANE, SendOptions.none(), task -> {
                    throw new RejectedExecutionException("full");
                })
                .toCompletableFuture()
                .join();

        assertThat(receipt.result().problem()).contains(NOT_BEGUN);
        assertThat(receipt.template()).isEqualTo("approved");
        assertThat(harness.timeline(receipt)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeliveryEventType.DEFERRED);
            assertThat(event.recipient()).contains(JANE.address());
        });
    }

    @Test
    void anExecutorThatThrowsAnErrorDoesNotKeepTheNotifierOpen() {
        assertThatThrownBy(() -> harness.notifier().sendAsync(APPROVED, JANE, SendOptions.none(), task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        harness.notifier().close();
        assertThat(harness.port.closed).isTrue();
    }

    @Test
    void whoWaitsForTheReceiptMayCloseTheNotifier() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch registered = new CountDownLatch(1);
            CompletableFuture<Void> closed = harness.notifier()
                    .sendAsync(
                            APPROVED,
                            JANE,
                            SendOptions.none(),
                            task -> executor.execute(() -> {
                                await(registered);
                                task.run();
                            }))
                    .thenRun(harness.notifier()::close)
                    .toCompletableFuture();
            registered.countDown();

            closed.get(30, TimeUnit.SECONDS);
            assertThat(harness.port.closed).isTrue();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aCopyToTheRecipientIsThrownAtOnce() {
        SendOptions options = SendOptions.builder().cc(JANE.address()).build();

        assertThatThrownBy(() -> harness.notifier().sendAsync(APPROVED, JANE, options, Runnable::run))
                .isInstanceOf(InvalidArgumentException.class);
        harness.notifier().close();
    }

    @Test
    void aMistakeInTheArgumentsIsThrownAtOnce() {
        assertThatThrownBy(() ->
                        harness.notifier().sendAsync(new Notification() {}, JANE, SendOptions.none(), Runnable::run))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aConflictEndsTheStage() {
        harness.send(key("k"));

        CompletableFuture<Receipt> receipt = harness.notifier()
                .sendAsync(new Approved("Joe"), JANE, key("k"), Runnable::run)
                .toCompletableFuture();

        assertThatThrownBy(() -> receipt.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IdempotencyConflictException.class);
    }

    @Test
    void aTaskThatIsRunTwiceSendsOnce() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        harness.notifier().sendAsync(APPROVED, JANE, SendOptions.none(), tasks::add);
        Runnable task = tasks.remove();

        task.run();
        task.run();

        assertThat(harness.port.received).hasSize(1);
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        harness.port.answer = message -> {
            sending.countDown();
            await(go);
            return harness.port.closed ? null : FakeEmailPort.accepted();
        };
        Notifier notifier = harness.notifier();
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            Future<Receipt> sent = executor.submit(() -> notifier.send(APPROVED, JANE));
            await(sending);
            CompletableFuture<Receipt> queued = notifier.sendAsync(APPROVED, JANE, SendOptions.none(), executor)
                    .toCompletableFuture();
            Future<?> closing = executor.submit(notifier::close);
            go.countDown();

            assertThat(sent.get(30, TimeUnit.SECONDS).result()).isEqualTo(FakeEmailPort.accepted());
            assertThat(queued.get(30, TimeUnit.SECONDS).result()).isEqualTo(FakeEmailPort.accepted());
            closing.get(30, TimeUnit.SECONDS);
            assertThat(harness.port.closed).isTrue();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anInterruptedCloseEndsWhatNoExecutorBegan() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        CompletableFuture<Receipt> receipt = harness.notifier()
                .sendAsync(APPROVED, JANE, SendOptions.none(), tasks::add)
                .toCompletableFuture();

        Thread.currentThread().interrupt();
        harness.notifier().close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(receipt.join().result().problem()).contains(NOT_BEGUN);
        assertThat(harness.port.closed).isTrue();
        tasks.remove().run();
        assertThat(harness.port.received).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
