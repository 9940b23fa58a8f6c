/** A mailbox for each JUnit test; needs JUnit Jupiter 6 on the class path. For authors of tests. */
@NullMarked
package io.tidings.adapter.inmemory.junit;

import org.jspecify.annotations.NullMarked;
