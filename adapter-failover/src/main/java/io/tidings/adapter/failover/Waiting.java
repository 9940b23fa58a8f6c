package io.tidings.adapter.failover;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The waiting between the attempts of one call: exponential backoff with full jitter, within a budget. Not thread-safe.
 */
final class Waiting {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Sleeper sleeper;
    private final RandomGenerator random;
    private Duration left;

    Waiting(Sleeper sleeper, RandomGenerator random, Duration budget) {
        this.sleeper = sleeper;
        this.random = random;
        this.left = budget;
    }

    /**
     * A wait before the next attempt: anything from a nanosecond up to 0.5 s after the first, 1 s after the second, and
     * so on up to 10 s.
     *
     * @param failed how many attempts have failed, at least 1
     */
    Duration backoff(int failed) {
        long longest = Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(failed - 1, 20));
        return Duration.ofNanos(random.nextLong(1, longest + 1));
    }

    /** Whether there is so much time left. */
    boolean fits(Duration wait) {
        return wait.compareTo(left) <= 0;
    }

    void pass(Duration wait) throws InterruptedException {
        left = left.minus(wait);
        sleeper.sleep(wait);
    }
}
