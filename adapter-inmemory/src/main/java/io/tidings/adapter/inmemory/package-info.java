/**
 * An adapter whose far side is a mailbox in this process. For authors of tests, and for development without a provider.
 * Needs neither AssertJ nor JUnit; with them, see the sub-packages {@code assertj} and {@code junit}.
 */
@NullMarked
package io.tidings.adapter.inmemory;

import org.jspecify.annotations.NullMarked;
