/**
 * What became of a message: its events, who is not to be written to, and which sends have been made already. For
 * applications that look at delivery, and for authors of durable stores.
 */
@NullMarked
package io.tidings.delivery;

import org.jspecify.annotations.NullMarked;
