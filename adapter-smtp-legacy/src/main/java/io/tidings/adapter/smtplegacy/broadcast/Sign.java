package io.tidings.adapter.smtplegacy.broadcast;

import io.tidings.email.Attempt;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.util.List;
import java.util.Optional;

/** What the result of one message says about the relays, all of them together. */
enum Sign {
    /** Nothing: none of them was asked. */
    NONE,
    /** One of them answers, be it with a refusal of this message, its recipient or its sender. */
    WORKS,
    /** This time none of them took it. */
    FAILS,
    /** The next message would be refused as well, or left in doubt as well. */
    GONE;

    static Sign of(SendResult result) {
        Optional<Failure> problem = result.problem();
        if (result.attempts().isEmpty()) {
            return NONE;
        }
        return problem.isPresent() ? of(problem.get(), result.attempts()) : WORKS;
    }

    private static Sign of(Failure problem, List<Attempt> attempts) {
        if (problem.reason() == FailureReason.UNREADABLE_ATTACHMENT) {
            // It may have been read, to be signed, before a relay was asked.
            return NONE;
        }
        return switch (problem.verdict()) {
            case MESSAGE, RECIPIENT_PERMANENT, RECIPIENT_TEMPORARY, SENDER -> WORKS;
            case TRANSPORT, RATE -> FAILS;
            // A relay that is out of order now may still know the account.
            case ACCOUNT -> attempts.stream().allMatch(Sign::isAboutAccount) ? GONE : FAILS;
            case UNKNOWN -> GONE;
        };
    }

    private static boolean isAboutAccount(Attempt attempt) {
        return attempt.outcome()
                .failure()
                .filter(failure -> failure.verdict() == Verdict.ACCOUNT)
                .isPresent();
    }
}
