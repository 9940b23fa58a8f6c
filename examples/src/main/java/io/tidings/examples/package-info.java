/** How an application uses Tidings. To read and to copy from; nothing depends on it. */
@NullMarked
package io.tidings.examples;

import org.jspecify.annotations.NullMarked;
