package io.tidings.adapter.sendgrid.webhook.event;

import io.tidings.delivery.RejectReason;
import java.util.Locale;

/**
 * Why a message bounced, from SendGrid's type of it, its <a
 * href="https://www.twilio.com/docs/sendgrid/ui/analytics-and-reporting/bounce-and-block-classifications">
 * classification</a> and the enhanced status code (RFC 3463, and RFC 7505 for 5.1.10). The type alone decides whether
 * it is hard: after a hard bounce SendGrid drops what is sent to the address.
 */
final class BounceReasons {

    private BounceReasons() {}

    static RejectReason of(String type, String classification, Reply reply) {
        String kind = classification.toLowerCase(Locale.ROOT);
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "bounce", "bounced" -> hard(kind, reply);
            case "blocked" -> soft(kind, reply);
            case "expired" -> RejectReason.TIMED_OUT;
            // Events of the past had no type. An address is given up only if the host was clear about it.
            case "" -> reply.isPermanent() ? hard(kind, reply) : soft(kind, reply);
            default -> RejectReason.OTHER;
        };
    }

    private static RejectReason hard(String kind, Reply reply) {
        boolean unclassified = kind.isEmpty() || kind.startsWith("unclassified");
        boolean noSuchAddress = kind.startsWith("invalid") || (unclassified && reply.isAbout(1, 1, 2, 3, 6, 10));
        return noSuchAddress ? RejectReason.INVALID : RejectReason.BOUNCED;
    }

    private static RejectReason soft(String kind, Reply reply) {
        if (reply.isAbout(4, 1, 7)) {
            return RejectReason.TIMED_OUT;
        }
        boolean mailbox = reply.isAbout(2, 2) || kind.startsWith("mailbox");
        return mailbox || kind.startsWith("technical") ? RejectReason.OTHER : RejectReason.BLOCKED;
    }
}
