package io.tidings.adapter.failover;

import io.tidings.email.Attempt;
import io.tidings.email.Failure;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.Instant;

/** When a provider must be left alone, worked out from its attempts alone. Not thread-safe. */
final class Pauses {

    private final int weightOfUnknown;
    private int failures;
    private int pauses;
    private Instant end = Instant.MIN;

    Pauses(int weightOfUnknown) {
        this.weightOfUnknown = weightOfUnknown;
    }

    boolean forbid(Attempt attempt) {
        return !attempt.start().isAfter(end);
    }

    void learn(Attempt attempt) {
        Verdict verdict = attempt.outcome().failure().map(Failure::verdict).orElse(null);
        if (verdict == null) {
            failures = 0;
            pauses = 0;
            return;
        }
        switch (verdict) {
            case ACCOUNT -> failures = 3;
            case TRANSPORT -> failures += pauses > 0 ? 3 : 1;
            case UNKNOWN -> failures += pauses > 0 ? 3 : weightOfUnknown;
            default -> {
                return;
            }
        }
        if (failures >= 3) {
            long seconds = Math.min(300, 5L << Math.min(pauses, 10));
            end = attempt.start().plus(Duration.ofSeconds(seconds));
            pauses++;
            failures = 0;
        }
    }
}
