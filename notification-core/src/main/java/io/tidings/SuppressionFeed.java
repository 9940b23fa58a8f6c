package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Learns from what providers report who is not to be written to any more. What it does can be done again: a report that
 * comes twice, or after a store failed halfway, changes nothing more. Thread-safe.
 */
final class SuppressionFeed {

    /** Why providers drop a message for a reason that lies with the recipient. */
    private static final Set<RejectReason> GIVEN_UP =
            EnumSet.of(RejectReason.INVALID, RejectReason.BOUNCED, RejectReason.SPAM, RejectReason.UNSUBSCRIBED);

    private static final Set<DeliveryEventType> WISHES =
            EnumSet.of(DeliveryEventType.UNSUBSCRIBED, DeliveryEventType.SUBSCRIBED);

    private final DeliveryLog log;
    private final SuppressionList list;
    private final int softBounces;

    /**
     * @param softBounces how many messages in a row must bounce softly before their recipient is suppressed; 0 for
     *     never
     */
    SuppressionFeed(DeliveryLog log, SuppressionList list, int softBounces) {
        this.log = log;
        this.list = list;
        this.softBounces = softBounces;
    }

    /** Hears an event that the log does not have yet. */
    void hear(DeliveryEvent event) {
        event.recipient()
                .filter(recipient -> isBelieved(event, recipient))
                .ifPresent(recipient -> hear(event, recipient));
    }

    private boolean isBelieved(DeliveryEvent event, EmailAddress recipient) {
        return event.authentic() || believed(event, recipient).contains(event);
    }

    private void hear(DeliveryEvent event, EmailAddress recipient) {
        switch (event.type()) {
            case COMPLAINED -> add(event, recipient, RejectReason.SPAM);
            case BOUNCED -> bounced(event, recipient);
            case REJECTED ->
                event.rejectReason().filter(GIVEN_UP::contains).ifPresent(reason -> add(event, recipient, reason));
            case UNSUBSCRIBED, SUBSCRIBED -> lastWish(event, recipient);
            default -> {
                // Says nothing against writing to the recipient.
            }
        }
    }

    private void bounced(DeliveryEvent event, EmailAddress recipient) {
        if (event.isHardBounce()) {
            add(event, recipient, event.rejectReason().orElseThrow());
        } else if (isSoftBounce(event) && softBounces > 0 && softBouncesInARow(event, recipient) >= softBounces) {
            add(event, recipient, RejectReason.BOUNCED);
        }
    }

    /** A host that refuses the sender says nothing about its mailboxes. */
    private static boolean isSoftBounce(DeliveryEvent event) {
        return event.type() == DeliveryEventType.BOUNCED
                && !event.isHardBounce()
                && !event.rejectReason().equals(Optional.of(RejectReason.BLOCKED));
    }

    /** How many messages have bounced softly since one was delivered. */
    private int softBouncesInARow(DeliveryEvent event, EmailAddress recipient) {
        Set<Object> messages = new HashSet<>();
        for (DeliveryEvent each : believed(event, recipient)) {
            if (each.type() == DeliveryEventType.DELIVERED) {
                messages.clear();
            } else if (isSoftBounce(each)) {
                messages.add(each.messageId().<Object>map(id -> id).orElse(each));
            }
        }
        return messages.size();
    }

    /** Events may come late, so the wish with the latest time holds; of two at once, not to be written to. */
    private void lastWish(DeliveryEvent event, EmailAddress recipient) {
        DeliveryEvent last = believed(event, recipient).stream()
                .filter(each -> WISHES.contains(each.type()) && each.group().equals(event.group()))
                .max(Comparator.comparing(DeliveryEvent::at)
                        .thenComparing(each -> each.type() == DeliveryEventType.UNSUBSCRIBED))
                .orElse(event);
        if (last.type() == DeliveryEventType.SUBSCRIBED) {
            if (!isListedSince(last.at(), event.group(), recipient)) {
                list.lift(recipient, RejectReason.UNSUBSCRIBED, event.group());
            }
        } else if (event.type() == DeliveryEventType.UNSUBSCRIBED) {
            add(last, recipient, RejectReason.UNSUBSCRIBED);
        }
    }

    /** The list knows wishes that the log has forgotten. */
    private boolean isListedSince(Instant at, String group, EmailAddress recipient) {
        return list.find(recipient).stream()
                .anyMatch(entry -> entry.reason() == RejectReason.UNSUBSCRIBED
                        && entry.group().equals(group)
                        && !entry.since().isBefore(at));
    }

    /**
     * What is known of a recipient with this event, by time. Anybody can claim a bounce, and who got a message knows
     * its id: a claim must name one that went to this recipient, and another claim does not prove that.
     */
    private List<DeliveryEvent> believed(DeliveryEvent event, EmailAddress recipient) {
        List<DeliveryEvent> all = Stream.concat(log.timeline(recipient).stream(), Stream.of(event))
                .sorted(Comparator.comparing(DeliveryEvent::at))
                .toList();
        Set<MessageId> proven = all.stream()
                .filter(DeliveryEvent::authentic)
                .flatMap(each -> each.messageId().stream())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(each -> each.authentic()
                        || each.messageId().filter(proven::contains).isPresent())
                .toList();
    }

    private void add(DeliveryEvent event, EmailAddress recipient, RejectReason reason) {
        String group = reason == RejectReason.UNSUBSCRIBED ? event.group() : "";
        list.add(new Suppression(recipient, reason, event.at(), group));
    }
}
