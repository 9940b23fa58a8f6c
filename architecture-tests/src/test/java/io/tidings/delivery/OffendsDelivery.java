package io.tidings.delivery;

import io.tidings.spi.Settings;

/** Breaks a rule on purpose: delivery that knows settings. */
public class OffendsDelivery {
    Settings settings;
}
