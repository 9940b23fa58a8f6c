package io.tidings.adapter.smtplegacy.pool;

import io.tidings.adapter.smtplegacy.SmtpLegacyConfig;

/** Breaks a rule on purpose: a concern that knows the adapter it is part of. */
public class OffendsPool {
    SmtpLegacyConfig config;
}
