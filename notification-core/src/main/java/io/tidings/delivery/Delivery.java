package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where one message is on its way to one recipient: all its events, summed up. The same events give the same delivery,
 * however late, doubled or out of order they came.
 *
 * @param messageId of the message
 * @param recipient whom it is for
 * @param template of the message; empty if not known
 * @param since when it was sent; if that is not known, when the first event happened
 * @param status the highest of complained, bounced, rejected, failed, delivered, deferred, queued, sent and unknown
 *     that was reported
 * @param at when that happened; if several times, the last
 * @param provider who reported that
 * @param rejectReason why the recipient does not get it
 * @param statusCode the enhanced status code (RFC 3463) that the far side gave
 * @param diagnostic the far side's own words; empty if it said nothing. Text from outside, which may name the
 *     recipient: not for logs
 * @param engagement what the reader did
 */
public record Delivery(
        MessageId messageId,
        EmailAddress recipient,
        String template,
        Instant since,
        DeliveryEventType status,
        Instant at,
        String provider,
        Optional<RejectReason> rejectReason,
        Optional<EnhancedStatus> statusCode,
        String diagnostic,
        Engagement engagement) {

    /** The order of arrival must not matter, so events that are otherwise alike are told apart by all that decides. */
    private static final Comparator<DeliveryEvent> BY_TIME = Comparator.comparing(DeliveryEvent::at)
            .thenComparing(DeliveryEvent::type)
            .thenComparing(DeliveryEvent::provider)
            .thenComparing(event -> event.rejectReason().map(Enum::name).orElse(""))
            .thenComparing(event -> event.status().map(EnhancedStatus::toString).orElse(""))
            .thenComparing(DeliveryEvent::diagnostic)
            .thenComparing(event -> event.recipient().map(EmailAddress::address).orElse(""));

    private static final Comparator<DeliveryEvent> BY_RANK =
            Comparator.<DeliveryEvent>comparingInt(event -> event.type().rank()).thenComparing(BY_TIME);

    /** Providers give times in whole seconds, so theirs may be earlier than our own, which have no provider's id. */
    private static final Comparator<DeliveryEvent> OWN_FIRST = Comparator.<DeliveryEvent, Boolean>comparing(
                    event -> !event.eventId().isEmpty())
            .thenComparing(BY_TIME);

    public Delivery {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(rejectReason, "rejectReason");
        Objects.requireNonNull(statusCode, "statusCode");
        Objects.requireNonNull(diagnostic, "diagnostic");
        Objects.requireNonNull(engagement, "engagement");
    }

    /**
     * Sums up the events of one message. One that names no recipient counts if the message is known to have only one.
     *
     * @param timeline all that is known of the message, in any order
     * @return one for each recipient, in the order in which they first appear; empty if no event names a recipient
     */
    public static List<Delivery> of(MessageId id, Collection<DeliveryEvent> timeline) {
        List<DeliveryEvent> events = timeline.stream().sorted(BY_TIME).toList();
        Map<String, List<DeliveryEvent>> byRecipient = new LinkedHashMap<>();
        List<DeliveryEvent> ofNobody = new ArrayList<>();
        for (DeliveryEvent event : events) {
            event.recipient()
                    .map(address -> byRecipient.computeIfAbsent(Mailboxes.key(address), unknown -> new ArrayList<>()))
                    .orElse(ofNobody)
                    .add(event);
        }
        if (byRecipient.size() == 1) {
            byRecipient.values().forEach(only -> only.addAll(ofNobody));
        }
        return byRecipient.values().stream().map(theirs -> sum(id, theirs)).toList();
    }

    private static Delivery sum(MessageId id, List<DeliveryEvent> events) {
        DeliveryEvent first = events.stream().min(OWN_FIRST).orElseThrow();
        DeliveryEvent decisive = events.stream().max(BY_RANK).orElseThrow();
        boolean known = decisive.type().rank() >= 0;
        return new Delivery(
                id,
                first.recipient().or(events.get(0)::recipient).orElseThrow(),
                events.stream()
                        .map(DeliveryEvent::template)
                        .filter(template -> !template.isEmpty())
                        .findFirst()
                        .orElse(""),
                first.at(),
                known ? decisive.type() : DeliveryEventType.UNKNOWN,
                decisive.at(),
                decisive.provider(),
                decisive.rejectReason(),
                decisive.status(),
                decisive.diagnostic(),
                Engagement.in(events));
    }

    /** Without address and text from outside. */
    @Override
    public String toString() {
        return "Delivery[" + messageId.value() + ", " + status + ", at=" + at + ", provider=" + provider
                + rejectReason.map(reason -> ", reason=" + reason).orElse("")
                + statusCode.map(code -> ", status=" + code).orElse("") + "]";
    }
}
