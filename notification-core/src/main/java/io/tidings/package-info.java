/** What an application imports: it says what happened, and to whom it must be told. */
@NullMarked
package io.tidings;

import org.jspecify.annotations.NullMarked;
