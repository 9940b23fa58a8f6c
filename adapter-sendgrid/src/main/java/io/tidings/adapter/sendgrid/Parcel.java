package io.tidings.adapter.sendgrid;

import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message on its way, with what was tried for it so far. Not thread-safe. */
final class Parcel {

    private final EmailMessage message;
    private final List<Attempt> attempts = new ArrayList<>(1);
    private @Nullable SendResult result;

    Parcel(EmailMessage message) {
        this.message = message;
    }

    EmailMessage message() {
        return message;
    }

    boolean isDone() {
        return result != null;
    }

    SendResult result() {
        if (result == null) {
            throw new IllegalStateException("The message was forgotten");
        }
        return result;
    }

    void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    void accepted(String providerId) {
        result = new Accepted(SendGridEmailAdapter.NAME, providerId, Map.of(), attempts);
    }

    void failed(Failure failure) {
        Class<? extends SendResult> kind = failure.verdict().result();
        if (kind == Rejected.class) {
            result = new Rejected(failure, attempts);
        } else if (kind == Deferred.class) {
            result = new Deferred(failure, attempts);
        } else {
            result = new Unconfirmed(SendGridEmailAdapter.NAME, failure, attempts);
        }
    }
}
