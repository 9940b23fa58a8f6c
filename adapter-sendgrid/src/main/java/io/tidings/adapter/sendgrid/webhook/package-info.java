/**
 * Receives SendGrid's Event Webhook: what became of messages after they were sent. For applications that want to know;
 * the adapter sends without it.
 */
@NullMarked
package io.tidings.adapter.sendgrid.webhook;

import org.jspecify.annotations.NullMarked;
