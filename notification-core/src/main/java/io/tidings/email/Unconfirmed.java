package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The message was handed over and no definite answer came back: it may have been sent. Tidings does not send it again
 * unless the policy says so, because that might double it.
 *
 * <p>Of a message with several recipients the fate of some may be known all the same. All others may have it.
 *
 * @param provider the name of the adapter that handed it over
 * @param failure what was the last sign; its verdict is {@link Verdict#UNKNOWN}
 * @param served the recipients for whom a provider took responsibility for certain; usually empty
 * @param refused why, for each recipient who was refused for certain; usually empty
 * @param attempts every attempt, oldest first
 */
public record Unconfirmed(
        String provider,
        Failure failure,
        Set<EmailAddress> served,
        Map<EmailAddress, Failure> refused,
        List<Attempt> attempts)
        implements SendResult {

    public Unconfirmed {
        Names.requireProvider(provider);
        Refusals.requireResult(failure, Unconfirmed.class);
        served = Collections.unmodifiableSet(new LinkedHashSet<>(served));
        refused = Refusals.copyOf(refused);
        if (!Collections.disjoint(served, refused.keySet())) {
            throw new InvalidArgumentException("served", "must not name who was refused");
        }
        attempts = List.copyOf(attempts);
    }

    /** A result that is the same for every recipient. */
    public Unconfirmed(String provider, Failure failure, List<Attempt> attempts) {
        this(provider, failure, Set.of(), Map.of(), attempts);
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
