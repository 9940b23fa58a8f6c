/**
 * The port for e-mail and every type in its signatures. For authors of adapters, who need nothing else from Tidings but
 * this package and {@code io.tidings.spi}; and for applications that read results.
 */
@NullMarked
package io.tidings.email;

import org.jspecify.annotations.NullMarked;
