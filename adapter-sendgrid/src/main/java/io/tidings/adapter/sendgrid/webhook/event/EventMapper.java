package io.tidings.adapter.sendgrid.webhook.event;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts one of SendGrid's events (<a
 * href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event">reference</a>) into our words. What
 * cannot be read stays in {@link DeliveryEvent#raw()}; what can be read counts all the same. Not thread-safe.
 */
final class EventMapper {

    private static final String PROVIDER = "sendgrid";

    /** Documented as 100. */
    private static final int LONGEST_EVENT_ID = 200;

    /** Before that there was no SendGrid. */
    private static final Instant FIRST = Instant.parse("2009-01-01T00:00:00Z");

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final EventFields fields;
    private final RawReport report;
    private final Instant received;
    private final Reply reply;
    private boolean understood;

    EventMapper(EventFields fields, RawReport report, Instant received) {
        this.fields = fields;
        this.report = report;
        this.received = received;
        reply = Reply.of(fields);
        understood = !fields.hasMore();
    }

    DeliveryEvent map() throws IOException {
        DeliveryEventType type = fields.isClear() ? type() : DeliveryEventType.UNKNOWN;
        DeliveryEventBuilder event = DeliveryEvent.of(type, PROVIDER, at())
                .providerId(Identity.provider(fields))
                .eventId(eventId())
                .authentic(true)
                .diagnostic(reply.text())
                .status(reply.status());
        Identity.message(fields).ifPresent(event::messageId);
        recipient().ifPresent(event::recipient);
        RejectReason reason = reason(type);
        if (reason != null) {
            event.rejectReason(reason);
        }
        if (isAboutAGroup()) {
            event.group(fields.text(Field.GROUP));
        }
        event.byMachine(type == DeliveryEventType.OPENED
                && fields.text(Field.MACHINE_OPEN).equals("true"));
        boolean keepsClientData = report.keepsClientData() && fields.hasClientData() && type.isEngagement();
        if (type == DeliveryEventType.UNKNOWN || !understood || keepsClientData) {
            event.raw(report.text());
        }
        return event.build();
    }

    private String name() {
        return fields.text(Field.EVENT).toLowerCase(Locale.ROOT);
    }

    private DeliveryEventType type() {
        return switch (name()) {
            case "processed" -> DeliveryEventType.QUEUED;
            case "deferred" -> DeliveryEventType.DEFERRED;
            case "delivered" -> DeliveryEventType.DELIVERED;
            case "bounce" -> DeliveryEventType.BOUNCED;
            case "dropped" -> DropReasons.type(fields.text(Field.REASON));
            case "open" -> DeliveryEventType.OPENED;
            case "click" -> DeliveryEventType.CLICKED;
            case "spamreport" -> DeliveryEventType.COMPLAINED;
            case "unsubscribe", "group_unsubscribe" -> DeliveryEventType.UNSUBSCRIBED;
            // Without its group it would lift everything.
            case "group_resubscribe" ->
                fields.text(Field.GROUP).isEmpty() ? DeliveryEventType.UNKNOWN : DeliveryEventType.SUBSCRIBED;
            default -> DeliveryEventType.UNKNOWN;
        };
    }

    private @Nullable RejectReason reason(DeliveryEventType type) {
        return switch (type) {
            case BOUNCED -> BounceReasons.of(fields.text(Field.TYPE), fields.text(Field.CLASSIFICATION), reply);
            case REJECTED, FAILED -> DropReasons.reason(fields.text(Field.REASON));
            case COMPLAINED -> RejectReason.SPAM;
            case UNSUBSCRIBED -> RejectReason.UNSUBSCRIBED;
            default -> null;
        };
    }

    private boolean isAboutAGroup() {
        return name().startsWith("group_") && !fields.text(Field.GROUP).isEmpty();
    }

    private Optional<EmailAddress> recipient() {
        String email = fields.text(Field.EMAIL);
        if (email.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EmailAddress.parse(email));
        } catch (InvalidArgumentException e) {
            // As is to be expected of what was dropped as invalid.
            understood = false;
            return Optional.empty();
        }
    }

    /** In seconds since 1970. A time that cannot be is not believed. */
    private Instant at() {
        String text = fields.text(Field.TIMESTAMP);
        try {
            Instant at = Instant.ofEpochSecond(text.length() > 12 ? 0 : Long.parseLong(text));
            if (!at.isBefore(FIRST) && !at.isAfter(received.plus(CLOCK_SKEW))) {
                return at;
            }
        } catch (NumberFormatException e) {
            understood = false;
        }
        understood = false;
        return received;
    }

    /** SendGrid's own, or the same for the same content. */
    private String eventId() {
        String id = fields.text(Field.EVENT_ID);
        return id.isEmpty() || id.length() > LONGEST_EVENT_ID ? report.digest() : id;
    }
}
