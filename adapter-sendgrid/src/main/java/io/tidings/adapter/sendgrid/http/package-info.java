/**
 * Requests over a bounded pool of connections, with what is known of each that fails. For the SendGrid adapter and
 * nobody else: it changes without notice.
 */
@NullMarked
package io.tidings.adapter.sendgrid.http;

import org.jspecify.annotations.NullMarked;
