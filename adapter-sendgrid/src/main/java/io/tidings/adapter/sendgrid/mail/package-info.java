/**
 * Messages as requests of the v3 Mail Send API, without a thought of how they get there. For the SendGrid adapter and
 * nobody else: it changes without notice.
 */
@NullMarked
package io.tidings.adapter.sendgrid.mail;

import org.jspecify.annotations.NullMarked;
