package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryLog;
import io.tidings.email.EmailAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A log in which something happens between the first look at a recipient and what is done with it. */
final class PausingLog extends ForwardingDeliveryLog {

    private final Runnable pause;
    private final AtomicBoolean paused = new AtomicBoolean();

    PausingLog(DeliveryLog log, Runnable pause) {
        super(log);
        this.pause = pause;
    }

    @Override
    public List<DeliveryEvent> timeline(EmailAddress recipient) {
        List<DeliveryEvent> timeline = super.timeline(recipient);
        if (paused.compareAndSet(false, true)) {
            pause.run();
        }
        return timeline;
    }
}
