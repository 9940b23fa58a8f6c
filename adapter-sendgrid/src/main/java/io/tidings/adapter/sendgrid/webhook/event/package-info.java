/** Reads a verified batch of SendGrid's events. Behind the webhook, and for nobody else: it changes without notice. */
@NullMarked
package io.tidings.adapter.sendgrid.webhook.event;

import org.jspecify.annotations.NullMarked;
