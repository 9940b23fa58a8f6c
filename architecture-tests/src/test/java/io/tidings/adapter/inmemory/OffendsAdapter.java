package io.tidings.adapter.inmemory;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.assertj.MailboxAssert;
import io.tidings.adapter.inmemory.junit.InMemoryMailbox;
import org.assertj.core.api.AbstractAssert;
import org.junit.jupiter.api.extension.Extension;

/** Breaks rules on purpose: an adapter that knows the notifier, AssertJ and JUnit. */
public class OffendsAdapter {
    Notifier notifier;
    AbstractAssert<?, ?> assertion;
    Extension extension;
    MailboxAssert ourAssertion;
    InMemoryMailbox ourExtension;
}
