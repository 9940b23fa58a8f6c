package io.tidings.email;

import java.util.List;
import java.util.function.Function;

/**
 * The message was handed over and no definite answer came back: it may have been sent. Tidings does not send it again
 * unless the policy says so, because that might double it.
 *
 * @param provider the name of the adapter that handed it over
 * @param failure what was the last sign; its verdict is {@link Verdict#UNKNOWN}
 * @param attempts every attempt, oldest first
 */
public record Unconfirmed(String provider, Failure failure, List<Attempt> attempts) implements SendResult {

    public Unconfirmed {
        Names.requireProvider(provider);
        Refusals.requireResult(failure, Unconfirmed.class);
        attempts = List.copyOf(attempts);
    }

    @Override
    public <T> T fold(
            Function<? super Accepted, ? extends T> accepted,
            Function<? super Deferred, ? extends T> deferred,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Unconfirmed, ? extends T> unconfirmed) {
        return unconfirmed.apply(this);
    }
}
