package io.tidings.adapter.sendgrid.webhook;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.error.InvalidArgumentException;
import java.util.List;
import java.util.Objects;

/**
 * What a request to the webhook turned out to be. Immutable.
 *
 * @param verdict whether it can be believed and read
 * @param events every event of the batch, in its order; none unless it was accepted
 */
public record WebhookResult(Verdict verdict, List<DeliveryEvent> events) {

    /** Whether a request can be believed and read, and the HTTP status (RFC 9110) to answer if not. */
    public enum Verdict {
        /** Signed by SendGrid, fresh and readable. To be answered once its events are stored. */
        ACCEPTED(204),
        /** Without signature or time: not from SendGrid, or signing is switched off there. */
        UNSIGNED(403),
        /** Signature and content do not belong together, by none of the public keys. */
        FORGED(403),
        /** Signed by SendGrid, but too long ago, or in the future. */
        STALE(403),
        /** Larger than it may be; not looked at. */
        TOO_LARGE(413),
        /** Signed by SendGrid, but not a JSON array of at most 100,000 elements. */
        MALFORMED(400);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        /** The HTTP status to answer; SendGrid tries again, for a day, after any other than 2xx. */
        public int status() {
            return status;
        }
    }

    public WebhookResult {
        Objects.requireNonNull(verdict, "verdict");
        events = List.copyOf(events);
        if (verdict != Verdict.ACCEPTED && !events.isEmpty()) {
            throw new InvalidArgumentException("events", "must be empty unless the request was accepted");
        }
    }

    static WebhookResult refused(Verdict verdict) {
        return new WebhookResult(verdict, List.of());
    }

    /** Whether the events can be believed. */
    public boolean isAccepted() {
        return verdict == Verdict.ACCEPTED;
    }

    /** The verdict and how many events there are. */
    @Override
    public String toString() {
        return "WebhookResult[" + verdict + ", events=" + events.size() + "]";
    }
}
