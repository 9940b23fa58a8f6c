/**
 * A connection to a relay as commands and replies, with a limit for each step and a verdict for each failure. For the
 * SMTP adapter only.
 */
@NullMarked
package io.tidings.adapter.smtplegacy.wire;

import org.jspecify.annotations.NullMarked;
