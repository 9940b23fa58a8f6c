package io.tidings.internal;

import io.tidings.Notifier;
import java.util.ServiceLoader;

/** Breaks rules on purpose: internals that know the notifier, and a second place that discovers. */
public class OffendsInternal {
    ServiceLoader<Notifier> loader = ServiceLoader.load(Notifier.class);
}
