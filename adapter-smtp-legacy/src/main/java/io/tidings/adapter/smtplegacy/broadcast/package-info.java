/** Many messages over several connections at once, and when to give up on the relay. For the SMTP adapter only. */
@NullMarked
package io.tidings.adapter.smtplegacy.broadcast;

import org.jspecify.annotations.NullMarked;
