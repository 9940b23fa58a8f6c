package io.tidings;

import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that may or may not have been sent, for an operator to decide on. Holds addresses and the key as data; its
 * {@link #toString()} masks both.
 *
 * @param receipt of the send that ended unconfirmed
 * @param idempotencyKey the application's name for what happened; empty if it gave none
 * @param recipients who may have it: without those of whom it is certain that they have it, or were refused
 * @param since when it was last sent
 */
public record UnconfirmedMessage(
        Receipt receipt, Optional<IdempotencyKey> idempotencyKey, List<EmailAddress> recipients, Instant since) {

    public UnconfirmedMessage {
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(since, "since");
    }

    /** Which it is. */
    public MessageId id() {
        return receipt.id();
    }

    /** The id of its template; empty if it was given already rendered. */
    public String template() {
        return receipt.template();
    }

    /** Why nobody knows whether it was sent. */
    public Failure why() {
        return receipt.result().problem().orElseThrow();
    }
}
