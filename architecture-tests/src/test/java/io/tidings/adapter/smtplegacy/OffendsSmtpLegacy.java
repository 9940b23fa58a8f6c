package io.tidings.adapter.smtplegacy;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;

/** Breaks a rule on purpose: an adapter that looks up at the notifier and across at another adapter. */
public class OffendsSmtpLegacy {
    Notifier notifier;
    InMemoryEmailAdapter adapter;
}
