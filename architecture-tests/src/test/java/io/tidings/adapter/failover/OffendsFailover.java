package io.tidings.adapter.failover;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;

/** Breaks rules on purpose: an adapter that knows the notifier and another adapter. */
public class OffendsFailover {
    Notifier notifier;
    InMemoryEmailAdapter other;
}
