package io.tidings;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one listener from a thread of its own, so that whatever it does harms nobody. Thread-safe. */
final class ListenerQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");
    private static final int CAPACITY = 10_000;
    private static final long DRAIN_MILLIS = 5_000;

    /** Told apart by identity: nothing comes after it. */
    private static final Consumer<NotificationListener> END = ListenerQueue::end;

    private final NotificationListener listener;
    private final BlockingQueue<Consumer<NotificationListener>> calls = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicLong thrown = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopped;

    ListenerQueue(NotificationListener listener) {
        this.listener = listener;
        thread = new Thread(this::run, "tidings-listener");
        thread.setDaemon(true);
        thread.start();
    }

    void call(Consumer<NotificationListener> call) {
        if (stopped || !calls.offer(call)) {
            countAndWarn(leftOut, "does not keep up, or is closed: calls were left out");
        }
    }

    /** Never called: {@link #END} is recognised before. */
    private static void end(NotificationListener listener) {}

    private void run() {
        try {
            Consumer<NotificationListener> call = calls.take();
            while (call != END) {
                deliver(call);
                if (stopped) {
                    break;
                }
                call = calls.take();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
        calls.remove(END);
        if (!calls.isEmpty()) {
            LOG.warn("Listener {} was stopped with {} calls waiting", name(), calls.size());
        }
    }

    private void deliver(Consumer<NotificationListener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException | Error e) {
            // What a listener throws may hold personal data: only its type is shown.
            countAndWarn(thrown, "threw " + e.getClass().getName());
        }
    }

    /** At the first, tenth, hundredth … time, so that a flood does not flood the log. */
    private void countAndWarn(AtomicLong counter, String what) {
        long count = counter.incrementAndGet();
        if (Long.toString(count).matches("10*")) {
            LOG.warn("Listener {} {} ({} so far)", name(), what, count);
        }
    }

    private String name() {
        return listener.getClass().getName();
    }

    /** Lets the listener catch up for at most 5 s, then ends the thread. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
        try {
            if (calls.offer(END, DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Ends a listener that waits for something; a thread that has ended does not notice.
        stopped = true;
        thread.interrupt();
    }
}
