package io.tidings.adapter.failover;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.tidings.email.Attempt;
import io.tidings.email.Failure;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a provider alone for a while once its attempts fail. Judges by {@link Failure#breakerEffect()}. Thread-safe.
 *
 * <p>It opens after three failures in a row, and at once if the account is of no use. While it is open nobody passes;
 * after 5 s, and twice as long each further time up to 5 min, one attempt may try: it closes again if that works.
 */
final class Breaker {

    static final int FAILURES_IN_A_ROW = 3;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private final String provider;
    private final int weightOfUnknown;
    private final CircuitBreaker breaker;
    /** Who makes the one attempt that may try; by it alone the breaker is judged then. */
    private @Nullable Thread trying;
    /**
     * What the log has been told. A listener of the breaker's would make it describe each success, which costs more.
     */
    private CircuitBreaker.State logged = CircuitBreaker.State.CLOSED;

    /** @param weightOfUnknown how many failures one unknown outcome counts for */
    Breaker(String provider, InstantSource clock, int weightOfUnknown) {
        this.provider = provider;
        this.weightOfUnknown = weightOfUnknown;
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(FAILURES_IN_A_ROW)
                        .minimumNumberOfCalls(FAILURES_IN_A_ROW)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(
                                FIRST_PAUSE.toMillis(), 2, LONGEST_PAUSE.toMillis()))
                        .build());
    }

    /**
     * Whether an attempt may be made now; if so, what came of it must be {@linkplain #record recorded}, by the same
     * thread.
     */
    synchronized boolean letsPass() {
        boolean passes = breaker.tryAcquirePermission();
        if (passes && breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
            trying = Thread.currentThread();
        }
        logChange();
        return passes;
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** What came of the attempts that one permission was for; none if nothing was tried. */
    synchronized void record(Collection<Attempt> attempts) {
        if (breaker.getState() != CircuitBreaker.State.CLOSED && trying != Thread.currentThread()) {
            // It was let pass before the breaker opened: old news, and no permission to give back.
            return;
        }
        trying = null;
        boolean judged = false;
        for (Attempt attempt : attempts) {
            judged |= record(attempt.outcome().failure());
        }
        if (!judged) {
            breaker.releasePermission();
        }
        logChange();
    }

    private void logChange() {
        CircuitBreaker.State now = breaker.getState();
        if (now != logged) {
            LOG.warn("Adapter {}: circuit breaker is {}", provider, now);
            logged = now;
        }
    }

    private boolean record(Optional<Failure> failure) {
        if (failure.isEmpty()) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return true;
        }
        switch (failure.get().breakerEffect()) {
            case IGNORE -> {
                return false;
            }
            case COUNT -> fail(failure.get().verdict() == Verdict.UNKNOWN ? weightOfUnknown : 1);
            case OPEN -> open(failure.get());
        }
        return true;
    }

    /** Only once, although each message of a broadcast may say so: to open it again doubles the pause. */
    private void open(Failure failure) {
        if (!isOpen()) {
            LOG.warn("Adapter {} is of no use: {}", provider, failure.summary());
            breaker.transitionToOpenState();
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new AttemptFailed());
        }
    }

    /** What the breaker wants to be told; never thrown. */
    private static final class AttemptFailed extends Exception {

        private static final long serialVersionUID = 1L;

        AttemptFailed() {
            super("the attempt failed", null, false, false);
        }
    }
}
