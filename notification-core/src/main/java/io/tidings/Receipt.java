package io.tidings;

import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import java.util.Objects;

/**
 * What became of one send. Every send ends in one.
 *
 * @param id of the message; of the earlier message, if an idempotency key shows that it was sent before
 * @param template the id of its template; empty if it was given already rendered
 * @param result accepted, deferred, rejected or unconfirmed
 */
public record Receipt(MessageId id, String template, SendResult result) {

    public Receipt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(result, "result");
    }
}
