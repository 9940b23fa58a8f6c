package io.tidings.adapter.inmemory.script;

import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the far side makes of one message, in the words of the verdict. Immutable; one answer can serve many messages.
 *
 * @param outcome what the adapter is told
 * @param received whether the far side has the message; with {@link Verdict#UNKNOWN} either way, else as the outcome
 *     says
 * @param refused the recipients whom the far side refuses although it takes the message for others; only if accepted
 * @param delay how long the far side takes before it has the message and answers; at most {@link #MAX_DELAY}
 */
public record Answer(Outcome outcome, boolean received, Map<EmailAddress, Failure> refused, Duration delay) {

    /** The longest delay: every wait is finite. */
    public static final Duration MAX_DELAY = Duration.ofHours(1);

    public Answer {
        Objects.requireNonNull(outcome, "outcome");
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
        boolean unknown = outcome instanceof Failure failure && failure.verdict() == Verdict.UNKNOWN;
        if (!unknown && received != outcome.failure().isEmpty()) {
            throw new InvalidArgumentException("received", "must be as the outcome says, unless that is unknown");
        }
        if (!refused.isEmpty() && outcome.failure().isPresent()) {
            throw new InvalidArgumentException("refused", "must be empty unless the message is accepted");
        }
        for (Failure refusal : refused.values()) {
            if (refusal.verdict() != Verdict.RECIPIENT_PERMANENT && refusal.verdict() != Verdict.RECIPIENT_TEMPORARY) {
                throw new InvalidArgumentException("refused", "must hold only verdicts about a recipient");
            }
        }
        if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
            throw new InvalidArgumentException("delay", "must be from zero to " + MAX_DELAY.toHours() + " h");
        }
    }

    private static Answer of(Outcome outcome, boolean received) {
        return new Answer(outcome, received, Map.of(), Duration.ZERO);
    }

    /** The far side takes the message. */
    public static Answer accepted() {
        return of(Outcome.accepted(), true);
    }

    /** A failure as it is: the verdict decides which result the adapter gives. An unknown one is lost. */
    public static Answer failing(Failure failure) {
        return of(failure, false);
    }

    /**
     * Not sent, may work later.
     *
     * @throws InvalidArgumentException if the verdict belongs to another result
     */
    public static Answer deferred(Verdict verdict, FailureReason reason) {
        if (verdict.result() == Rejected.class || verdict == Verdict.UNKNOWN) {
            throw new InvalidArgumentException("verdict", verdict + " must not be answered as deferred");
        }
        return failing(Failure.of(verdict, reason));
    }

    /**
     * Not sent, and never will be as it is.
     *
     * @throws InvalidArgumentException if the verdict belongs to another result
     */
    public static Answer rejected(Verdict verdict, FailureReason reason) {
        if (verdict.result() != Rejected.class) {
            throw new InvalidArgumentException("verdict", verdict + " must not be answered as rejected");
        }
        return failing(Failure.of(verdict, reason));
    }

    /** The far side takes the message, but its answer never comes back: sending again makes a duplicate. */
    public static Answer unconfirmedAlthoughAccepted() {
        return of(Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), true);
    }

    /** No answer comes back, and the far side has nothing. */
    public static Answer unconfirmedAndLost() {
        return of(Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), false);
    }

    /**
     * The far side refuses some recipients and takes the message for the others. If it refuses all, nothing is sent.
     *
     * @param failure with a verdict about the recipient
     * @param recipients those of them whom a message does not name are ignored
     */
    public static Answer refusing(Failure failure, EmailAddress... recipients) {
        Map<EmailAddress, Failure> refused = new LinkedHashMap<>();
        for (EmailAddress recipient : recipients) {
            refused.put(recipient, failure);
        }
        return new Answer(Outcome.accepted(), true, refused, Duration.ZERO);
    }

    /** This answer, from a far side that takes so long. */
    public Answer after(Duration time) {
        return new Answer(outcome, received, refused, time);
    }

    /**
     * This answer, in which the far side asks to wait.
     *
     * @throws InvalidArgumentException if it is not a failure
     */
    public Answer retryAfter(Duration wait) {
        return new Answer(requireFailure().withRetryAfter(wait), received, refused, delay);
    }

    /**
     * This answer with an enhanced status code (RFC 3463).
     *
     * @throws InvalidArgumentException if it is not a failure
     */
    public Answer withStatus(EnhancedStatus code) {
        return new Answer(requireFailure().withStatus(code), received, refused, delay);
    }

    private Failure requireFailure() {
        return outcome.failure()
                .orElseThrow(
                        () -> new InvalidArgumentException("answer", "must be a failure to have a wait or status"));
    }
}
