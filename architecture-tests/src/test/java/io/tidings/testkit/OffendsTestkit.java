package io.tidings.testkit;

import freemarker.template.Template;
import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;

/** Breaks a rule on purpose: a test kit that knows the notifier, one adapter and an SDK. */
public class OffendsTestkit {
    Notifier notifier;
    InMemoryEmailAdapter adapter;
    Template template;
}
