/** Open sessions that wait for the next message. For the SMTP adapter only. */
@NullMarked
package io.tidings.adapter.smtplegacy.pool;

import org.jspecify.annotations.NullMarked;
