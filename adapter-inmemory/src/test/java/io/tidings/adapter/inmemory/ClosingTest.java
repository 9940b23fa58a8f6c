package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.adapter.inmemory.script.Delay;
import io.tidings.email.Accepted;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Delay untilToldToGoOn = duration -> {
        underWay.countDown();
        goOn.await();
    };
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    private InMemoryEmailAdapter blocking(Duration closeWait) {
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.builder()
                .delay(untilToldToGoOn)
                .closeWait(closeWait)
                .build();
        adapter.next(Answer.accepted().after(Duration.ofSeconds(1)));
        return adapter;
    }

    @Test
    void waitsForWhatIsUnderWay() throws Exception {
        InMemoryEmailAdapter adapter = blocking(Duration.ofMinutes(1));
        CompletableFuture<SendResult> sending =
                CompletableFuture.supplyAsync(() -> adapter.send(message().build()), executor);
        underWay.await();
        CompletableFuture<List<ReceivedEmail>> arrivedWhenClosed = CompletableFuture.supplyAsync(
                () -> {
                    adapter.close();
                    return adapter.mailbox().messages();
                },
                executor);
        awaitClosed(adapter);

        goOn.countDown();

        assertThat(arrivedWhenClosed.get()).hasSize(1);
        assertThat(sending.get()).isInstanceOf(Accepted.class);
    }

    /** Closing lets nobody in before it begins to wait. */
    private static void awaitClosed(InMemoryEmailAdapter adapter) {
        boolean open = true;
        while (open) {
            try {
                adapter.send(message().build());
                Thread.onSpinWait();
            } catch (IllegalStateException e) {
                open = false;
            }
            adapter.mailbox().clear();
        }
    }

    @Test
    void doesNotWaitForever() throws Exception {
        InMemoryEmailAdapter adapter = blocking(Duration.ofMillis(1));
        CompletableFuture<SendResult> sending =
                CompletableFuture.supplyAsync(() -> adapter.send(message().build()), executor);
        underWay.await();

        adapter.close();
        goOn.countDown();

        assertThat(sending.get().problem()).hasValue(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED));
        assertThat(adapter.mailbox().messages()).isEmpty();
    }

    @Test
    void afterThatNothingCanBeSentButEverythingLookedAt() {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.send(message().build());

        adapter.close();
        adapter.close();

        assertThatThrownBy(() -> adapter.send(message().build())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> adapter.sendAll(List.of(message().build()))).isInstanceOf(IllegalStateException.class);
        assertThat(adapter.mailbox().messages()).hasSize(1);
        assertThat(adapter.results()).hasSize(1);
    }

    @Test
    void leavesAMailboxThatItWasGivenOpen() {
        Mailbox mailbox = Mailbox.create();
        InMemoryEmailAdapter.builder().mailbox(mailbox).build().close();

        InMemoryEmailAdapter next =
                InMemoryEmailAdapter.builder().mailbox(mailbox).build();

        assertThat(next.send(message().build())).isInstanceOf(Accepted.class);
    }

    @Test
    void aThreadThatIsInterruptedWhileItClosesStaysInterrupted() throws Exception {
        InMemoryEmailAdapter adapter = blocking(Duration.ofMinutes(1));
        CompletableFuture<SendResult> sending =
                CompletableFuture.supplyAsync(() -> adapter.send(message().build()), executor);
        underWay.await();

        Thread.currentThread().interrupt();
        adapter.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sending).isNotDone();
        goOn.countDown();
    }

    @Test
    void theWaitIsFinite() {
        assertThatThrownBy(() -> InMemoryEmailAdapter.builder().closeWait(Duration.ofHours(2)))
                .isInstanceOf(InvalidArgumentException.class);
    }
}
