package io.tidings.spi;

import io.tidings.Receipt;

/** Breaks a rule on purpose: an SPI that knows the notifier. */
public class OffendsSpi {
    Receipt receipt;
}
