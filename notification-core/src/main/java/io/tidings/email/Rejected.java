package io.tidings.email;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The message was not sent and never will be as it is.
 *
 * @param failure why, with a verdict that the table in {@link Verdict} assigns to this result
 * @param refused why for each recipient, if it is the recipients that were refused, each of them for good; else empty
 * @param attempts every attempt, oldest first
 */
public record Rejected(Failure failure, Map<EmailAddress, Failure> refused, List<Attempt> attempts)
        implements SendResult {

    public Rejected {
        Refusals.requireResult(failure, Rejected.class);
        refused = Refusals.copyOf(refused);
        refused.values().forEach(each -> Refusals.requireResult(each, Rejected.class));
        attempts = List.copyOf(attempts);
    }

    /** A result that does not depend on single recipients. */
    public Rejected(Failure failure, List<Attempt> attempts) {
        this(failure, Map.of(), attempts);
    }

    @Override
    public <T> T fold(
            Function<? super Accepted, ? extends T> accepted,
            Function<? super Deferred, ? extends T> deferred,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Unconfirmed, ? extends T> unconfirmed) {
        return rejected.apply(this);
    }
}
