/**
 * The dialogue with a relay (RFC 5321), step by step, so that for every failure it is known how far it got. For the
 * SMTP adapter only.
 */
@NullMarked
package io.tidings.adapter.smtplegacy.dialogue;

import org.jspecify.annotations.NullMarked;
