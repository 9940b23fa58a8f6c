package io.tidings.delivery;

import io.tidings.email.MessageId;
import io.tidings.email.SendResult;

/** The answer of an {@link IdempotencyStore} to the wish to send. */
public sealed interface Claim {

    /** Nobody sent this before: send, then settle. */
    record Granted() implements Claim {}

    /**
     * Somebody is sending this now.
     *
     * @param id of the message that is under way
     */
    record InFlight(MessageId id) implements Claim {}

    /**
     * This was sent before, or may have been.
     *
     * @param id of the message that was sent
     * @param result what became of it
     */
    record Remembered(MessageId id, SendResult result) implements Claim {}

    /** The key stands for another payload. */
    record Conflict() implements Claim {}
}
