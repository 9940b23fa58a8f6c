package io.tidings.adapter.smtplegacy.broadcast;

import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One broadcast. It begins with one message alone, so that a relay that does not know the account, or leaves messages
 * in doubt, is asked once. Whatever comes of it, two more workers join; then one at a time, as long as the newest has
 * shown that the relay grants it a connection too. A worker that fails while others work leaves, since the relay may
 * not grant so many, and none joins for a while. If the relay took another message before, the one that failed is tried
 * a second time.
 *
 * <p>After three failures in a row, or one that says that the relay is {@linkplain Sign#GONE gone}, the messages that
 * nobody has begun with are given up.
 */
final class Broadcast {

    /** As many as open the circuit breaker of a fail-over. */
    private static final int FAILURES_IN_A_ROW = 3;

    /** So many messages go well before, after a failure, the relay is asked again for one connection more. */
    private static final int PATIENCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private final Broadcasts all;
    private final List<Parcel> parcels;
    private final Thread caller = Thread.currentThread();

    // Guarded by this, as are the parcels and what the workers hold.
    private final Deque<Parcel> waiting;
    private final Deque<Thread> helpers = new ArrayDeque<>();
    private Optional<Failure> end = Optional.empty();
    private int signs;
    private int failures;
    private boolean works;
    private int working;
    /** How many of those have not shown yet that the relay grants them a connection. */
    private int onTrial;
    /** How many more messages are to work before another worker joins. */
    private int patience;

    Broadcast(Broadcasts all, List<EmailMessage> messages) {
        this.all = all;
        parcels = messages.stream().map(Parcel::new).toList();
        waiting = new ArrayDeque<>(parcels);
    }

    List<SendResult> run() {
        try {
            enter().run();
        } finally {
            awaitHelpers();
        }
        return results();
    }

    private synchronized Worker enter() {
        working++;
        onTrial++;
        return new Worker();
    }

    /** What the worker sends next; empty if there is nothing, or no more is to be sent. */
    private synchronized Optional<Parcel> next(Worker worker) {
        if (all.isClosed()) {
            endFor(FailureReason.EXECUTOR_REJECTED);
        } else if (caller.isInterrupted()) {
            endFor(FailureReason.INTERRUPTED);
        }
        end.ifPresent(failure -> {
            waiting.forEach(parcel -> parcel.givenUp(failure));
            waiting.clear();
        });
        Optional<Parcel> next = Optional.ofNullable(waiting.pollFirst());
        if (next.isEmpty()) {
            worker.leave();
        }
        return next;
    }

    private synchronized void endFor(FailureReason reason) {
        endFor(Failure.of(Verdict.TRANSPORT, reason));
    }

    private void endFor(Failure failure) {
        if (end.isEmpty()) {
            end = Optional.of(failure);
        }
    }

    private SendResult send(EmailMessage message) {
        try {
            return all.sender().apply(message);
        } catch (RuntimeException | Error e) {
            // The results of the others must not be lost with this one. Its own text may hold anything.
            LOG.error("Adapter {} threw {}", all.provider(), e.getClass().getName());
            return broken();
        }
    }

    /** Nobody knows what became of it. */
    private SendResult broken() {
        Failure failure = Failure.of(Verdict.UNKNOWN, FailureReason.ADAPTER_FAILED);
        return new Unconfirmed(all.provider(), failure, List.of());
    }

    private synchronized void settle(Worker worker, Parcel parcel, SendResult result) {
        boolean again = parcel.result().isPresent();
        parcel.tried(result);
        Sign sign = Sign.of(result);
        if (sign == Sign.NONE) {
            return;
        }
        signs++;
        if (sign == Sign.WORKS) {
            failures = 0;
            patience--;
            works = true;
            worker.prove();
        } else {
            failed(sign, result.problem().orElseThrow());
            patience = PATIENCE;
            if (end.isEmpty() && works && !again) {
                waiting.addLast(parcel);
            }
            if (working > 1) {
                worker.leave();
            }
        }
        if (signs == 1) {
            join(FAILURES_IN_A_ROW - 1);
        } else if (onTrial == 0 && patience <= 0) {
            join(1);
        }
    }

    private void failed(Sign sign, Failure failure) {
        failures++;
        if (sign == Sign.GONE && failure.verdict() == Verdict.ACCOUNT) {
            endFor(failure);
        } else if (sign == Sign.GONE || failures >= FAILURES_IN_A_ROW) {
            // What is unknown of this message is certain for the others: they were not sent.
            endFor(failure.reason());
        }
    }

    /** Has others help, as far as there is something left for them. */
    private void join(int count) {
        int useful = end.isPresent() ? 0 : Math.min(count, waiting.size() - 1);
        for (int i = 0; i < useful && all.helpers().tryAcquire(); i++) {
            Worker worker = enter();
            Thread helper = new Thread(() -> help(worker), "tidings-" + all.provider() + "-broadcast");
            helper.setDaemon(true);
            try {
                helper.start();
                helpers.add(helper);
            } catch (OutOfMemoryError e) {
                // The system has no more threads; those there are do the work.
                worker.leave();
                all.helpers().release();
                patience = PATIENCE;
            }
        }
    }

    private void help(Worker worker) {
        try {
            worker.run();
        } finally {
            all.helpers().release();
        }
    }

    private synchronized Optional<Thread> helper() {
        return Optional.ofNullable(helpers.pollFirst());
    }

    /** Each ends with the message that it is at, if not before. */
    private void awaitHelpers() {
        boolean interrupted = false;
        Optional<Thread> helper = helper();
        while (helper.isPresent()) {
            try {
                helper.get().join();
                helper = helper();
            } catch (InterruptedException e) {
                interrupted = true;
                endFor(FailureReason.INTERRUPTED);
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
    }

    private synchronized List<SendResult> results() {
        return parcels.stream()
                .map(parcel -> parcel.result().orElseGet(this::broken))
                .toList();
    }

    /** Sends one message after the other until it has left. */
    private final class Worker {

        private boolean proven;
        private boolean left;

        void run() {
            try {
                Optional<Parcel> parcel = next(this);
                while (parcel.isPresent()) {
                    settle(this, parcel.get(), send(parcel.get().message()));
                    parcel = hasLeft() ? Optional.empty() : next(this);
                }
            } finally {
                leave();
            }
        }

        void prove() {
            if (!proven) {
                proven = true;
                onTrial--;
            }
        }

        private boolean hasLeft() {
            synchronized (Broadcast.this) {
                return left;
            }
        }

        void leave() {
            synchronized (Broadcast.this) {
                if (!left) {
                    left = true;
                    working--;
                    onTrial -= proven ? 0 : 1;
                }
            }
        }
    }
}
