package io.tidings;

import io.tidings.delivery.Delivery;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.DeliveryQuery;
import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A log in which something happens between the first look at a recipient and what is done with it. */
final class PausingLog implements DeliveryLog {

    private final DeliveryLog log;
    private final Runnable pause;
    private final AtomicBoolean paused = new AtomicBoolean();

    PausingLog(DeliveryLog log, Runnable pause) {
        this.log = log;
        this.pause = pause;
    }

    @Override
    public List<DeliveryEvent> timeline(EmailAddress recipient) {
        List<DeliveryEvent> timeline = log.timeline(recipient);
        if (paused.compareAndSet(false, true)) {
            pause.run();
        }
        return timeline;
    }

    @Override
    public boolean append(DeliveryEvent event) {
        return log.append(event);
    }

    @Override
    public boolean contains(DeliveryEvent event) {
        return log.contains(event);
    }

    @Override
    public List<DeliveryEvent> timeline(MessageId id) {
        return log.timeline(id);
    }

    @Override
    public List<DeliveryEvent> unmatched() {
        return log.unmatched();
    }

    @Override
    public List<Delivery> find(DeliveryQuery query) {
        return log.find(query);
    }

    @Override
    public Optional<MessageId> idOf(String provider, String providerId, Optional<EmailAddress> recipient) {
        return log.idOf(provider, providerId, recipient);
    }

    @Override
    public int forget(Instant before) {
        return log.forget(before);
    }

    @Override
    public int erase(EmailAddress recipient) {
        return log.erase(recipient);
    }
}
