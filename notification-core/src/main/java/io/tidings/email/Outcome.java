package io.tidings.email;

import java.util.Optional;

/** How one attempt ended: {@link Success}, or the {@link Failure}. */
public sealed interface Outcome permits Outcome.Success, Failure {

    /** The provider took responsibility. */
    enum Success implements Outcome {
        /** The provider took responsibility. */
        ACCEPTED
    }

    /** The outcome of an attempt that the provider accepted. */
    static Outcome accepted() {
        return Success.ACCEPTED;
    }

    /** Why the attempt failed; empty if it did not. */
    default Optional<Failure> failure() {
        return this instanceof Failure failure ? Optional.of(failure) : Optional.empty();
    }
}
