package io.tidings.adapter.inmemory;

import io.tidings.internal.EmailKeys;

/** Breaks a rule on purpose: an adapter that looks at core's internals. */
public class OffendsInternals {
    EmailKeys keys;
}
