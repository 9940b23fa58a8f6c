package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Diagnosis;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What a message says about one recipient.
 *
 * @param words of the far side, empty if it said none
 * @param at when it happened, if the report says so
 */
record Finding(
        DeliveryEventType type,
        Optional<EmailAddress> recipient,
        Optional<EnhancedStatus> status,
        Optional<RejectReason> reason,
        String words,
        boolean byMachine,
        Optional<Instant> at) {

    static Finding of(DeliveryEventType type, Optional<EmailAddress> recipient) {
        return new Finding(type, recipient, Optional.empty(), Optional.empty(), "", false, Optional.empty());
    }

    static Finding bounced(Optional<EmailAddress> recipient, Diagnosis diagnosis, String words, Optional<Instant> at) {
        return new Finding(
                DeliveryEventType.BOUNCED,
                recipient,
                diagnosis.status(),
                Optional.of(diagnosis.reason()),
                words,
                false,
                at);
    }

    /** Without a reason: late, or there. */
    static Finding of(
            DeliveryEventType type,
            Optional<EmailAddress> recipient,
            Optional<EnhancedStatus> status,
            String words,
            Optional<Instant> at) {
        return new Finding(type, recipient, status, Optional.empty(), words, false, at);
    }
}
