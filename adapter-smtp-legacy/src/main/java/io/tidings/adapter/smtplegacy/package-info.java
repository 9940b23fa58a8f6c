/**
 * An adapter that hands messages to an SMTP relay. For composition roots, which make it from an
 * {@link io.tidings.adapter.smtplegacy.SmtpLegacyConfig} or from settings.
 */
@NullMarked
package io.tidings.adapter.smtplegacy;

import org.jspecify.annotations.NullMarked;
