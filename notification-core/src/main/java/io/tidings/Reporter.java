package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes visible what became of messages: in the delivery log, one event for each recipient, and to the listeners.
 * Thread-safe.
 */
final class Reporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    /** Who reports what no adapter had a part in. */
    private static final String SELF = "tidings";

    private static final int LOCKS = 64;

    private final DeliveryLog log;
    private final SuppressionFeed suppressions;
    private final List<ListenerQueue> listeners;

    /** One for many recipients, but always the same for one. */
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    Reporter(DeliveryLog log, SuppressionFeed suppressions, List<NotificationListener> listeners) {
        this.log = log;
        this.suppressions = suppressions;
        this.listeners = listeners.stream().map(ListenerQueue::new).toList();
    }

    /** A send ended. The receipt stands whatever happens here. */
    void ended(SendUnit unit, Instant now) {
        Receipt receipt = unit.receipt();
        for (EmailAddress recipient : unit.recipients()) {
            DeliveryEvent event = event(receipt, recipient, now);
            try {
                log.append(event);
            } catch (RuntimeException e) {
                LOG.error(
                        "The delivery log threw {}; an event of message {} is missing",
                        e.getClass().getName(),
                        receipt.id());
            }
        }
        receipt.result()
                .attempts()
                .forEach(attempt -> call(listener -> listener.attempted(receipt.id(), receipt.template(), attempt)));
        Duration took = Duration.between(unit.start(), now);
        SendReport report = SendReport.of(receipt, took.isNegative() ? Duration.ZERO : took);
        call(receipt.result()
                .<Consumer<NotificationListener>>fold(
                        accepted -> listener -> listener.accepted(report),
                        deferred -> listener -> listener.deferred(report),
                        rejected -> listener -> listener.rejected(report),
                        unconfirmed -> listener -> listener.unconfirmed(report)));
    }

    /**
     * A provider reported something. What the stores do not take is thrown back, so that it is reported again; it is
     * suppressed before it is logged, since what is logged counts as done. What concerns one recipient is heard one
     * after the other, so that each report finds those before it in the log.
     */
    void reported(DeliveryEvent report) {
        DeliveryEvent event;
        try {
            event = log.matched(report);
            synchronized (lock(event)) {
                if (log.contains(event)) {
                    return;
                }
                suppressions.hear(event);
                if (!log.append(event)) {
                    return;
                }
            }
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StoreException("A store threw " + e.getClass().getName() + ". Report the event again.");
        }
        call(listener -> listener.event(event));
    }

    private Object lock(DeliveryEvent event) {
        String mailbox = event.recipient().map(EmailAddress::address).orElse("").toLowerCase(Locale.ROOT);
        return locks.get(Math.floorMod(mailbox.hashCode(), LOCKS));
    }

    private void call(Consumer<NotificationListener> call) {
        listeners.forEach(queue -> queue.call(call));
    }

    private static DeliveryEvent event(Receipt receipt, EmailAddress recipient, Instant now) {
        SendResult result = receipt.result();
        Map<EmailAddress, Failure> refused = result.refused();
        boolean served = result instanceof Unconfirmed unconfirmed
                && unconfirmed.served().contains(recipient);
        Failure failure =
                served ? null : refused.getOrDefault(recipient, result.problem().orElse(null));
        DeliveryEventBuilder event = DeliveryEvent.of(
                        type(failure), result.lastProvider().orElse(SELF), now)
                .authentic(true)
                .messageId(receipt.id())
                .recipient(recipient)
                .template(receipt.template());
        if (failure != null) {
            event.status(failure.status());
            if (type(failure) == DeliveryEventType.REJECTED) {
                boolean becauseOfOthers = !refused.isEmpty() && !refused.containsKey(recipient);
                event.rejectReason(becauseOfOthers ? RejectReason.OTHER : reason(failure));
            }
        }
        result.fold(
                accepted -> event.providerId(accepted.providerId()), other -> event, other -> event, other -> event);
        return event.build();
    }

    private static DeliveryEventType type(@Nullable Failure failure) {
        if (failure == null) {
            return DeliveryEventType.SENT;
        }
        if (failure.verdict() == Verdict.UNKNOWN) {
            return DeliveryEventType.UNKNOWN;
        }
        return failure.verdict().result() == Rejected.class ? DeliveryEventType.REJECTED : DeliveryEventType.DEFERRED;
    }

    private static RejectReason reason(Failure failure) {
        return switch (failure.reason()) {
            case INVALID_RECIPIENT -> RejectReason.INVALID;
            case SUPPRESSED -> RejectReason.SUPPRESSED;
            case CONTENT_REFUSED -> RejectReason.BLOCKED;
            default -> RejectReason.OTHER;
        };
    }

    @Override
    public void close() {
        listeners.forEach(ListenerQueue::close);
    }
}
