package io.tidings.adapter.sendgrid.webhook.event;

import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import java.util.Locale;

/**
 * Why SendGrid <a href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event#dropped">dropped</a>
 * a message, by the reasons that it documents.
 */
final class DropReasons {

    private static final String QUOTA = "recipient list over package quota";

    private DropReasons() {}

    /** A quota is the account's, whoever the message was for. */
    static DeliveryEventType type(String reason) {
        return normal(reason).startsWith(QUOTA) ? DeliveryEventType.FAILED : DeliveryEventType.REJECTED;
    }

    static RejectReason reason(String reason) {
        return switch (normal(reason)) {
            case "bounced address" -> RejectReason.BOUNCED;
            case "invalid" -> RejectReason.INVALID;
            case "unsubscribed address" -> RejectReason.UNSUBSCRIBED;
            case "spam reporting address" -> RejectReason.SPAM;
            case "spam content" -> RejectReason.BLOCKED;
            default -> RejectReason.OTHER;
        };
    }

    private static String normal(String reason) {
        return reason.toLowerCase(Locale.ROOT);
    }
}
