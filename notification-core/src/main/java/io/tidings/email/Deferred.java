package io.tidings.email;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The message was not sent, for certain, and may work later: keep it and send it again.
 *
 * @param failure why, with a verdict that the table in {@link Verdict} assigns to this result
 * @param refused why for each recipient, if it is the recipients that were refused; else empty
 * @param attempts every attempt, oldest first
 */
public record Deferred(Failure failure, Map<EmailAddress, Failure> refused, List<Attempt> attempts)
        implements SendResult {

    public Deferred {
        Refusals.requireResult(failure, Deferred.class);
        refused = Refusals.copyOf(refused);
        attempts = List.copyOf(attempts);
    }

    /** A result that does not depend on single recipients. */
    public Deferred(Failure failure, List<Attempt> attempts) {
        this(failure, Map.of(), attempts);
    }

    @Override
    public <T> T fold(
            Function<? super Accepted, ? extends T> accepted,
            Function<? super Deferred, ? extends T> deferred,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Unconfirmed, ? extends T> unconfirmed) {
        return deferred.apply(this);
    }
}
