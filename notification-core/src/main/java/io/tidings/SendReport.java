package io.tidings;

import io.tidings.email.Failure;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one send, without anything personal: for logs, metrics and alarms.
 *
 * @param id of the message
 * @param template the id of its template; empty if it was given already rendered
 * @param provider the adapter of the last attempt; empty if the message did not get as far as an adapter
 * @param failure why it is not accepted; empty if it is
 * @param refused how many of several recipients were refused
 * @param attempts how many attempts were made
 * @param took from the call to the result
 */
public record SendReport(
        MessageId id,
        String template,
        Optional<String> provider,
        Optional<Failure> failure,
        int refused,
        int attempts,
        Duration took) {

    static SendReport of(Receipt receipt, Duration took) {
        SendResult result = receipt.result();
        int refused = result.fold(
                accepted -> accepted.refused().size(),
                deferred -> deferred.refused().size(),
                rejected -> rejected.refused().size(),
                unconfirmed -> 0);
        return new SendReport(
                receipt.id(),
                receipt.template(),
                result.lastProvider(),
                result.problem(),
                refused,
                result.attempts().size(),
                took);
    }
}
