package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Why something was not sent, or is not known to have been sent. Holds no text from outside and no throwable, so it can
 * be logged and shown.
 *
 * @param verdict what it means for the next step
 * @param reason why, in our own words
 * @param status the enhanced status code (RFC 3463) of the far side, if it gave one
 * @param retryAfter how long the far side asks to wait, counted from the reply; positive or zero
 * @param exceeded for {@link FailureReason#UNSUPPORTED}, and only for it, the feature or limit that the message exceeds
 */
public record Failure(
        Verdict verdict,
        FailureReason reason,
        Optional<EnhancedStatus> status,
        Optional<Duration> retryAfter,
        Optional<Constraint> exceeded)
        implements Outcome {

    public Failure {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(retryAfter, "retryAfter");
        Objects.requireNonNull(exceeded, "exceeded");
        if (retryAfter.isPresent() && retryAfter.get().isNegative()) {
            throw new InvalidArgumentException("retryAfter", "must not be negative");
        }
        if (exceeded.isPresent() != (reason == FailureReason.UNSUPPORTED)) {
            throw new InvalidArgumentException("exceeded", "must be given for UNSUPPORTED and for nothing else");
        }
    }

    /** A failure that exceeds no constraint. */
    public Failure(
            Verdict verdict, FailureReason reason, Optional<EnhancedStatus> status, Optional<Duration> retryAfter) {
        this(verdict, reason, status, retryAfter, Optional.empty());
    }

    /** A failure without status code or wait. */
    public static Failure of(Verdict verdict, FailureReason reason) {
        return new Failure(verdict, reason, Optional.empty(), Optional.empty());
    }

    /** The message asks for more than an adapter can carry. */
    public static Failure unsupported(Constraint exceeded) {
        return new Failure(
                Verdict.MESSAGE, FailureReason.UNSUPPORTED, Optional.empty(), Optional.empty(), Optional.of(exceeded));
    }

    /** This failure with the far side's status code. */
    public Failure withStatus(EnhancedStatus code) {
        return new Failure(verdict, reason, Optional.of(code), retryAfter, exceeded);
    }

    /** This failure with the wait that the far side asks for. */
    public Failure withRetryAfter(Duration wait) {
        return new Failure(verdict, reason, status, Optional.of(wait), exceeded);
    }

    /**
     * What a circuit breaker makes of it: what the verdict says, unless the reason is one of this process, which says
     * nothing about the provider: all connections in use, or the thread interrupted.
     */
    public Verdict.BreakerEffect breakerEffect() {
        return switch (reason) {
            case POOL_EXHAUSTED, INTERRUPTED, IN_PROGRESS, STORE_FAILED, EXECUTOR_REJECTED ->
                Verdict.BreakerEffect.IGNORE;
            default -> verdict.breakerEffect();
        };
    }

    /** One line for a person: reason, what was exceeded, status code, what to do. */
    public String summary() {
        return reason
                + exceeded.map(constraint -> ": " + constraint).orElse("")
                + status.map(code -> " (" + code + ")").orElse("")
                + (reason.advice().isEmpty() ? "" : ": " + reason.advice());
    }
}
