/**
 * For authors of adapters and for composition roots: providers, which make adapters from settings, and the settings
 * themselves. An application that only sends needs nothing of this but {@link io.tidings.spi.Settings}.
 */
@NullMarked
package io.tidings.spi;

import org.jspecify.annotations.NullMarked;
