/**
 * An {@link io.tidings.email.EmailMessage} as the octets that go over the wire. For authors of adapters that hand over
 * whole messages, such as SMTP, and for whoever keeps messages as files.
 */
@NullMarked
package io.tidings.mime;

import org.jspecify.annotations.NullMarked;
