package io.tidings.adapter.inmemory.junit;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.assertj.MailboxAssert;
import org.assertj.core.api.AbstractAssert;

/** Breaks a rule on purpose: an extension that knows AssertJ and the notifier. */
public class OffendsJunit {
    AbstractAssert<?, ?> assertion;
    MailboxAssert ours;
    Notifier notifier;
}
