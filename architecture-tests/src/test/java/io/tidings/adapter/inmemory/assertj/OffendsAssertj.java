package io.tidings.adapter.inmemory.assertj;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.junit.InMemoryMailbox;
import org.junit.jupiter.api.extension.Extension;

/** Breaks a rule on purpose: assertions that know JUnit and the notifier. */
public class OffendsAssertj {
    Extension extension;
    InMemoryMailbox annotation;
    Notifier notifier;
}
