package io.tidings.adapter.inmemory;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import io.tidings.error.StoreException;
import io.tidings.spi.EmailListener;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports, as a provider would, what became of messages after they were sent. Each report goes to the adapter's
 * {@link EmailListener} in the calling thread, before the method returns the event. Thread-safe.
 *
 * <p>An event has the template, the provider's id and the first recipient of the message, the time of the adapter's
 * clock and an id of its own. Of a message that this adapter did not send it has only
 * {@link DeliveryEvent#messageId()}.
 */
public final class SimulatedEvents {

    private final SendLog log;
    private final InstantSource clock;
    private volatile EmailListener listener;

    SimulatedEvents(SendLog log, InstantSource clock, EmailListener listener) {
        this.log = log;
        this.clock = clock;
        this.listener = listener;
    }

    /** From now on, this one hears the events instead of the one that was given to the adapter. */
    public void onEvent(EmailListener newListener) {
        listener = Objects.requireNonNull(newListener, "listener");
    }

    /** The recipient's host took it. */
    public DeliveryEvent delivered(MessageId id) {
        return report(id, DeliveryEventType.DELIVERED);
    }

    /** The recipient's host refused it for good. */
    public DeliveryEvent bounced(MessageId id, RejectReason reason, EnhancedStatus status) {
        return report(id, DeliveryEventType.BOUNCED, event -> event.rejectReason(reason)
                .status(Optional.of(status)));
    }

    /** A person opened it. */
    public DeliveryEvent opened(MessageId id) {
        return report(id, DeliveryEventType.OPENED);
    }

    /** A machine opened it, such as a mail client's image proxy. */
    public DeliveryEvent openedByMachine(MessageId id) {
        return report(id, DeliveryEventType.OPENED, event -> event.byMachine(true));
    }

    /** The recipient called it spam. */
    public DeliveryEvent complained(MessageId id) {
        return report(id, DeliveryEventType.COMPLAINED);
    }

    /** Anything else that can happen. */
    public DeliveryEvent report(MessageId id, DeliveryEventType type) {
        return report(id, type, event -> {});
    }

    /**
     * Anything else that can happen, with details: another recipient, a reason, a status.
     *
     * @param details changes what is to be different
     * @throws StoreException if the listener could not store it; {@link #redeliver} it
     */
    public DeliveryEvent report(MessageId id, DeliveryEventType type, Consumer<DeliveryEventBuilder> details) {
        DeliveryEventBuilder builder = DeliveryEvent.of(type, InMemoryEmailAdapter.NAME, clock.instant())
                .messageId(id)
                .eventId(MessageId.random().value());
        log.find(id).ifPresent(sent -> builder.template(sent.template())
                .providerId(sent.providerId())
                .recipient(sent.firstRecipient()));
        details.accept(builder);
        DeliveryEvent event = builder.build();
        redeliver(event);
        return event;
    }

    /**
     * Reports an event again, as providers do when in doubt: with the same {@link DeliveryEvent#eventId()}.
     *
     * @throws StoreException if the listener could not store it
     */
    public void redeliver(DeliveryEvent event) {
        listener.event(event);
    }
}
