package io.tidings.mime;

import io.tidings.spi.Settings;

/** Breaks a rule on purpose: encoding that depends on the configuration. */
public class OffendsMime {
    Settings settings;
}
