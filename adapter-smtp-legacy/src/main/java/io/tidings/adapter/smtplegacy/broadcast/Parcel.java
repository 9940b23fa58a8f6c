package io.tidings.adapter.smtplegacy.broadcast;

import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One message of a broadcast, and what became of it so far. Not thread-safe. */
final class Parcel {

    private final EmailMessage message;
    private Optional<SendResult> result = Optional.empty();

    Parcel(EmailMessage message) {
        this.message = message;
    }

    EmailMessage message() {
        return message;
    }

    /** Empty if it was not tried. */
    Optional<SendResult> result() {
        return result;
    }

    /** It was tried, perhaps once more. */
    void tried(SendResult latest) {
        List<Attempt> before = result.map(SendResult::attempts).orElse(List.of());
        result = Optional.of(before.isEmpty() ? latest : after(before, latest));
    }

    private static SendResult after(List<Attempt> before, SendResult latest) {
        List<Attempt> all =
                Stream.concat(before.stream(), latest.attempts().stream()).toList();
        return latest.fold(
                accepted -> new Accepted(accepted.provider(), accepted.providerId(), accepted.refused(), all),
                deferred -> new Deferred(deferred.failure(), deferred.refused(), all),
                rejected -> new Rejected(rejected.failure(), rejected.refused(), all),
                unconfirmed -> new Unconfirmed(unconfirmed.provider(), unconfirmed.failure(), all));
    }

    /** It will not be tried any more; why it was not sent when it was is the better reason. */
    void givenUp(Failure failure) {
        if (result.isEmpty()) {
            result = Optional.of(new Deferred(failure, List.of()));
        }
    }
}
