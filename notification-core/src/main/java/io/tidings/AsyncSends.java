package io.tidings;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends that wait for an executor, each of which ends in a receipt even if the executor never runs it. Thread-safe. */
final class AsyncSends {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    /**
     * @param send sends, and makes the receipt
     * @param notBegun makes the receipt of a send that no executor runs
     * @param atEnd called exactly once, when the send has ended
     */
    CompletionStage<Receipt> start(
            Supplier<Receipt> send, Supplier<Receipt> notBegun, Executor executor, Runnable atEnd) {
        Waiting task = new Waiting(send, notBegun, atEnd);
        waiting.add(task);
        try {
            executor.execute(task);
        } catch (RuntimeException e) {
            LOG.warn("The executor did not take a send: {}", e.getClass().getName());
            task.giveUp();
        } catch (Error e) {
            task.giveUp();
            throw e;
        }
        return task.receipt.minimalCompletionStage();
    }

    /** Ends what no executor has begun. */
    void endWaiting() {
        waiting.forEach(Waiting::giveUp);
    }

    private final class Waiting implements Runnable {

        private final Supplier<Receipt> send;
        private final Supplier<Receipt> notBegun;
        private final Runnable atEnd;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();

        Waiting(Supplier<Receipt> send, Supplier<Receipt> notBegun, Runnable atEnd) {
            this.send = send;
            this.notBegun = notBegun;
            this.atEnd = atEnd;
        }

        @Override
        public void run() {
            end(send);
        }

        void giveUp() {
            end(notBegun);
        }

        private void end(Supplier<Receipt> way) {
            if (!begin()) {
                return;
            }
            // Whoever waits for the receipt may close the notifier, which waits for the end of this send.
            Runnable completion;
            try {
                Receipt made = way.get();
                completion = () -> receipt.complete(made);
            } catch (RuntimeException | Error e) {
                completion = () -> receipt.completeExceptionally(e);
            } finally {
                atEnd.run();
            }
            completion.run();
        }

        /** Whether the caller may end it: only the first one may. */
        private boolean begin() {
            waiting.remove(this);
            return begun.compareAndSet(false, true);
        }
    }
}
