package io.tidings.testkit.sendgrid;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Checks mails beside the exchange, so that no answer takes longer for it. Thread-safe. */
final class FurtherChecks {

    private final Consumer<String> check;
    private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "simulator-checks");
        made.setDaemon(true);
        return made;
    });

    FurtherChecks(Consumer<String> check) {
        this.check = check;
    }

    void add(String json) {
        thread.execute(() -> {
            try {
                check.accept(json);
            } catch (AssertionError e) {
                failures.add(e);
            } catch (RuntimeException e) {
                failures.add(new AssertionError("The further check of a mail broke", e));
            }
        });
    }

    /**
     * Waits for what is left, a minute at most.
     *
     * @throws AssertionError the first of the checks' own
     */
    void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                failures.add(new AssertionError("The further checks of mails did not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        AssertionError failure = failures.peek();
        if (failure != null) {
            throw failure;
        }
    }
}
