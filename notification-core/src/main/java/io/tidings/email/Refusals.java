package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules that the results share. */
final class Refusals {

    private Refusals() {}

    /** A copy that keeps the order, once each failure is known to be about its recipient. */
    static Map<EmailAddress, Failure> copyOf(Map<EmailAddress, Failure> refused) {
        refused.values().forEach(failure -> {
            if (failure.verdict() != Verdict.RECIPIENT_PERMANENT && failure.verdict() != Verdict.RECIPIENT_TEMPORARY) {
                throw new InvalidArgumentException("refused", "must hold only verdicts about a recipient");
            }
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /** The first temporary refusal, else the first. */
    static Failure deciding(Map<EmailAddress, Failure> refused) {
        return refused.values().stream()
                .filter(failure -> failure.verdict() == Verdict.RECIPIENT_TEMPORARY)
                .findFirst()
                .or(() -> refused.values().stream().findFirst())
                .orElseThrow(() -> new InvalidArgumentException("refused", "must not be empty"));
    }

    static void requireResult(Failure failure, Class<? extends SendResult> result) {
        if (failure.verdict().result() != result) {
            throw new InvalidArgumentException(
                    "verdict",
                    failure.verdict() + " must be reported as "
                            + failure.verdict().result().getSimpleName() + ", not as " + result.getSimpleName());
        }
    }
}
