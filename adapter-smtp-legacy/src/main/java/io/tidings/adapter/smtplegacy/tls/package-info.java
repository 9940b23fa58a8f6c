/** TLS to a relay: whom to trust, and why it did not work. For the SMTP adapter only. */
@NullMarked
package io.tidings.adapter.smtplegacy.tls;

import org.jspecify.annotations.NullMarked;
