/** Finds and makes adapters for a notifier that is built from settings. For nobody else: it changes without notice. */
@NullMarked
package io.tidings.internal;

import org.jspecify.annotations.NullMarked;
