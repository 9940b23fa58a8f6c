package io.tidings.adapter.inmemory;

import io.tidings.Notifier;
import org.assertj.core.api.AbstractAssert;

/** Breaks rules on purpose: an adapter that knows the notifier and AssertJ. */
public class OffendsAdapter {
    Notifier notifier;
    AbstractAssert<?, ?> assertion;
}
