package io.tidings.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several threads that start at the same moment. Waits are finite, only so that a hanging test ends. */
final class Together implements AutoCloseable {

    static final int SECONDS = 30;

    private final CountDownLatch start = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "testkit");
        thread.setDaemon(true);
        return thread;
    });

    /** What each of so many threads gives for its number. */
    static <T> List<T> run(int count, Numbered<T> task) throws Exception {
        try (Together together = new Together()) {
            List<Future<T>> results = IntStream.range(0, count)
                    .mapToObj(number -> together.add(() -> task.run(number)))
                    .collect(Collectors.toList());
            together.start();
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(await(result));
            }
            return values;
        }
    }

    <T> Future<T> add(Callable<T> task) {
        Future<T> future = threads.submit(() -> {
            await(start);
            return task.call();
        });
        return future;
    }

    void start() {
        start.countDown();
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }

    static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still waiting after " + SECONDS + " seconds");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @FunctionalInterface
    interface Numbered<T> {
        T run(int number) throws Exception;
    }
}
