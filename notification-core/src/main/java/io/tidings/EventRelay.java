package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.error.NotifierClosedException;
import io.tidings.error.StoreException;
import io.tidings.spi.EmailListener;
import org.jspecify.annotations.Nullable;

/** Connects an adapter with the notifier that is made after it. Thread-safe. */
final class EventRelay implements EmailListener {

    private volatile @Nullable Notifier notifier;

    void connect(Notifier connected) {
        notifier = connected;
    }

    @Override
    public void event(DeliveryEvent event) {
        Notifier connected = notifier;
        if (connected == null) {
            throw new StoreException("The notifier is not ready for events yet. Report it again.");
        }
        try {
            connected.record(event);
        } catch (NotifierClosedException e) {
            throw new StoreException("The notifier is closed. Report the event again, to the next one.");
        }
    }
}
