package io.tidings.benchmarks.soak;

import io.tidings.Notifier;

/** A notifier and the provider that it asks first. */
record Route(String first, Notifier notifier) {}
