package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The threads that some work starts, told apart from those of other tests by a group of their own. */
final class Threads {

    /** For all that are about to end; no thread that was forgotten ends by itself. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ThreadGroup group = new ThreadGroup("work");

    private Threads() {}

    /** Does the work in the group, in which all threads are that it starts, whoever's code does so. */
    static void assertNoneIsLeftBy(Work work) throws Exception {
        Threads threads = new Threads();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            work.with(threads);
            return true;
        });
        Thread worker = new Thread(threads.group, task, "worker");
        worker.setDaemon(true);
        worker.start();
        task.get();
        threads.awaitEnd();
        assertThat(threads.names()).as("threads that are left").isEmpty();
    }

    private void awaitEnd() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (Thread thread : alive()) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
    }

    /** Of those that run. */
    List<String> names() {
        return alive().stream().map(Thread::getName).toList();
    }

    private List<Thread> alive() {
        Thread[] found = new Thread[1_000];
        int count = group.enumerate(found);
        return Stream.of(found)
                .limit(count)
                .filter(thread -> !isOfTheCommonPool(thread))
                .toList();
    }

    /** Those are the JVM's, whoever's work they begin with. */
    private static boolean isOfTheCommonPool(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    /** What may start threads. */
    @FunctionalInterface
    interface Work {
        void with(Threads threads) throws Exception;
    }
}
