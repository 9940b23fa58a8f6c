package io.tidings;

import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.architecture.Leaf;

/** Breaks rules on purpose: a notifier that knows an adapter and a leaf. */
public class OffendsRoot {
    InMemoryEmailAdapter adapter;
    Leaf leaf;
}
