package io.tidings.testkit.sendgrid.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Counts, and lets others wait for a count. Thread-safe. */
final class TrafficCounter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Traffic traffic = new Traffic(0, 0, 0, 0);

    void opened() {
        lock.lock();
        try {
            int open = traffic.open() + 1;
            set(new Traffic(traffic.connections() + 1, open, Math.max(open, traffic.mostOpen()), traffic.requests()));
        } finally {
            lock.unlock();
        }
    }

    void closed() {
        lock.lock();
        try {
            set(new Traffic(traffic.connections(), traffic.open() - 1, traffic.mostOpen(), traffic.requests()));
        } finally {
            lock.unlock();
        }
    }

    void requested() {
        lock.lock();
        try {
            set(new Traffic(traffic.connections(), traffic.open(), traffic.mostOpen(), traffic.requests() + 1));
        } finally {
            lock.unlock();
        }
    }

    private void set(Traffic now) {
        traffic = now;
        changed.signalAll();
    }

    Traffic traffic() {
        lock.lock();
        try {
            return traffic;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the condition came true in time. */
    boolean await(Predicate<Traffic> condition, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!condition.test(traffic)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
