/**
 * SendGrid's Event Webhook of a simulated SendGrid: reports what became of the mails that it took. For tests of
 * whatever receives such reports.
 */
@NullMarked
package io.tidings.testkit.sendgrid.webhook;

import org.jspecify.annotations.NullMarked;
