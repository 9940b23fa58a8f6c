package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.file;
import static io.tidings.adapter.inmemory.TestMessages.generated;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.inmemory.internal.Spool;
import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.adapter.inmemory.script.Script;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    private static final int THREADS = 16;
    private static final int EACH = 150;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final CyclicBarrier start = new CyclicBarrier(THREADS);

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void whatManyThreadsAreToldAndWhatArrivesAgrees() throws Exception {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.failNext(777, Answer.deferred(Verdict.RATE, FailureReason.RATE_LIMITED));

        List<SendResult> results = inManyThreads(() -> adapter.send(message().build()));

        List<Accepted> accepted = results.stream()
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .toList();
        assertThat(results).filteredOn(Deferred.class::isInstance).hasSize(777);
        assertThat(accepted)
                .hasSize(THREADS * EACH - 777)
                .extracting(Accepted::providerId)
                .doesNotHaveDuplicates();
        assertThat(adapter.mailbox().messages())
                .hasSize(accepted.size())
                .extracting(ReceivedEmail::id)
                .doesNotHaveDuplicates();
        assertThat(adapter.results()).hasSize(THREADS * EACH);
        assertThat(adapter.mailbox().awaitMessages(accepted.size(), Duration.ZERO))
                .allSatisfy(
                        email -> assertThat(adapter.results().get(email.id())).isInstanceOf(Accepted.class));
    }

    @Test
    void eachQueuedAnswerIsGivenOnce() throws Exception {
        Script script = new Script();
        List<Answer> full = Collections.nCopies(Script.CAPACITY, Answer.unconfirmedAndLost());
        CyclicBarrier refill = new CyclicBarrier(THREADS, () -> script.next(full));
        int rounds = 20;
        int takes = Script.CAPACITY / THREADS + 1;
        List<Future<Long>> futures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            futures.add(executor.submit(() -> {
                long given = 0;
                for (int round = 0; round < rounds; round++) {
                    refill.await();
                    given += IntStream.range(0, takes)
                            .filter(n -> script.take() == full.get(0))
                            .count();
                }
                return given;
            }));
        }

        long given = 0;
        for (Future<Long> future : futures) {
            given += future.get();
        }

        assertThat(given).isEqualTo((long) rounds * Script.CAPACITY);
    }

    @Test
    void aMailboxHoldsNeverMoreThanItMay() throws Exception {
        Mailbox mailbox = Mailbox.create(100);
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.of(mailbox, InstantSource.system());

        List<SendResult> results = inManyThreads(() -> adapter.send(message().build()));

        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(100);
        assertThat(mailbox.size()).isEqualTo(100);
    }

    @Test
    void closingAMailboxUnderLoadLeavesNothingOnDisk(@TempDir Path spool) throws Exception {
        Mailbox mailbox = new Mailbox(Optional.empty(), 10_000, spool);
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.of(mailbox, InstantSource.system());
        AtomicBoolean closing = new AtomicBoolean();
        EmailMessage big = message(file("big.bin", generated(Spool.IN_MEMORY + 1)));

        List<SendResult> results = inManyThreads(() -> {
            if (mailbox.size() >= 8 && closing.compareAndSet(false, true)) {
                mailbox.close();
            }
            return mailbox.size() < 9
                    ? adapter.send(big)
                    : adapter.send(message().build());
        });

        assertThat(results).hasSize(THREADS * EACH);
        assertThat(spool).isEmptyDirectory();
    }

    private List<SendResult> inManyThreads(Callable<SendResult> send) throws Exception {
        List<Future<List<SendResult>>> futures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            futures.add(executor.submit(() -> {
                start.await();
                List<SendResult> results = new ArrayList<>();
                for (int n = 0; n < EACH; n++) {
                    results.add(send.call());
                }
                return results;
            }));
        }
        List<SendResult> all = new ArrayList<>();
        for (Future<List<SendResult>> future : futures) {
            all.addAll(future.get());
        }
        return all;
    }
}
