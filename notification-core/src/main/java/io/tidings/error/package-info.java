/**
 * Everything that Tidings throws, under {@link io.tidings.error.TidingsException}. For applications that want to tell
 * mistakes apart. A delivery problem is never thrown: it is the result in a receipt.
 */
@NullMarked
package io.tidings.error;

import org.jspecify.annotations.NullMarked;
