package io.tidings.adapter.smtplegacy;

import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What one send has tried so far. For one thread. */
final class Attempts {

    static final Failure UNREADABLE = Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT);

    private final InstantSource clock;
    private final List<Attempt> attempts = new ArrayList<>(1);

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** An attempt begins now. */
    Timer begin() {
        Instant start = clock.instant();
        return outcome -> {
            Duration took = Duration.between(start, clock.instant());
            attempts.add(
                    new Attempt(SmtpLegacyEmailAdapter.NAME, outcome, start, took.isNegative() ? Duration.ZERO : took));
        };
    }

    List<Attempt> all() {
        return attempts;
    }

    /** The result of a send that failed as a whole. */
    SendResult ended(Failure failure) {
        Class<? extends SendResult> result = failure.verdict().result();
        if (result == Unconfirmed.class) {
            return new Unconfirmed(SmtpLegacyEmailAdapter.NAME, failure, attempts);
        }
        return result == Deferred.class ? new Deferred(failure, attempts) : new Rejected(failure, attempts);
    }

    /** Ends an attempt. */
    @FunctionalInterface
    interface Timer {
        void end(Outcome outcome);
    }
}
