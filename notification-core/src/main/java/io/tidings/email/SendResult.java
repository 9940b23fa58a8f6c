package io.tidings.email;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of one message: exactly one of four. Immutable.
 *
 * <table>
 *   <caption>The four results</caption>
 *   <tr><td>{@link Accepted}</td><td>a provider took responsibility; that is not yet delivery</td></tr>
 *   <tr><td>{@link Deferred}</td><td>not sent, and may work later</td></tr>
 *   <tr><td>{@link Rejected}</td><td>not sent, and never will be as it is</td></tr>
 *   <tr><td>{@link Unconfirmed}</td><td>handed over, with no definite answer: it may have been sent</td></tr>
 * </table>
 */
public sealed interface SendResult permits Accepted, Deferred, Rejected, Unconfirmed {

    /** Every attempt that was made, oldest first; empty if the message did not get as far as a provider. */
    List<Attempt> attempts();

    /** Why, for each recipient who was refused for certain; empty if nothing is known about single recipients. */
    Map<EmailAddress, Failure> refused();

    /** Calls the function for the kind of result that this is, so that no kind can be forgotten. */
    <T> T fold(
            Function<? super Accepted, ? extends T> accepted,
            Function<? super Deferred, ? extends T> deferred,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Unconfirmed, ? extends T> unconfirmed);

    /** Why the message is not accepted; empty if it is. */
    default Optional<Failure> problem() {
        return fold(
                accepted -> Optional.empty(),
                deferred -> Optional.of(deferred.failure()),
                rejected -> Optional.of(rejected.failure()),
                unconfirmed -> Optional.of(unconfirmed.failure()));
    }

    /** The provider that the message came to last; empty if it did not get as far as one. */
    default Optional<String> lastProvider() {
        if (!attempts().isEmpty()) {
            return Optional.of(attempts().get(attempts().size() - 1).provider());
        }
        return fold(
                accepted -> Optional.of(accepted.provider()),
                deferred -> Optional.empty(),
                rejected -> Optional.empty(),
                unconfirmed -> Optional.of(unconfirmed.provider()));
    }

    /**
     * The result of a message of which every recipient was refused: {@link Deferred} if any refusal is temporary, else
     * {@link Rejected}.
     *
     * @param refused why, for each recipient; at least one, each with a verdict about the recipient
     */
    static SendResult allRefused(Map<EmailAddress, Failure> refused, List<Attempt> attempts) {
        Map<EmailAddress, Failure> checked = Refusals.copyOf(refused);
        Failure failure = Refusals.deciding(checked);
        return failure.verdict() == Verdict.RECIPIENT_TEMPORARY
                ? new Deferred(failure, checked, attempts)
                : new Rejected(failure, checked, attempts);
    }
}
