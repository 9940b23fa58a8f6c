/**
 * AssertJ assertions on what arrived; needs AssertJ on the class path. For authors of tests. Unlike everything else in
 * Tidings, these show addresses, subjects and bodies when they fail: they are the data of the test.
 */
@NullMarked
package io.tidings.adapter.inmemory.assertj;

import org.jspecify.annotations.NullMarked;
