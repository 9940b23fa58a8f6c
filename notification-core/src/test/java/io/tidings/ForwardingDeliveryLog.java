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

/** A log to break in one place. */
class ForwardingDeliveryLog implements DeliveryLog {

    private final DeliveryLog log;

    ForwardingDeliveryLog() {
        this(DeliveryLog.inMemory(new ManualClock()));
    }

    ForwardingDeliveryLog(DeliveryLog log) {
        this.log = log;
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
    public List<DeliveryEvent> timeline(EmailAddress recipient) {
        return log.timeline(recipient);
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
