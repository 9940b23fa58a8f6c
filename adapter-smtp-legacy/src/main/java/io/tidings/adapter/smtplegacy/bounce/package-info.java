/**
 * What became of messages, from the mails that come to the envelope sender. For applications that read a mailbox for
 * bounces; the entry point is {@link io.tidings.adapter.smtplegacy.bounce.BounceParser}.
 */
@NullMarked
package io.tidings.adapter.smtplegacy.bounce;

import org.jspecify.annotations.NullMarked;
