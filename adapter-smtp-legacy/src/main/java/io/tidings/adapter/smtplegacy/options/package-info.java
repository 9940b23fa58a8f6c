/** The parts of {@link io.tidings.adapter.smtplegacy.SmtpLegacyConfig}. For who configures the adapter in code. */
@NullMarked
package io.tidings.adapter.smtplegacy.options;

import org.jspecify.annotations.NullMarked;
