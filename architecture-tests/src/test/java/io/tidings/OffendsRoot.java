package io.tidings;

import io.tidings.architecture.Leaf;

/** Breaks rules on purpose: a notifier that knows a leaf. */
public class OffendsRoot {
    Leaf leaf;
}
