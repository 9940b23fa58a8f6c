package io.tidings.spi;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.error.StoreException;

/** Hears from an adapter what became of messages after they were sent. Thread-safe. */
@FunctionalInterface
public interface EmailListener {

    /**
     * An event was reported.
     *
     * @throws StoreException if it could not be stored; the adapter then lets the provider report it again
     */
    void event(DeliveryEvent event);
}
