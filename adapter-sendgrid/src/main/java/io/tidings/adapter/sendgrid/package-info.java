/**
 * An adapter that sends through Twilio SendGrid's v3 Web API. For applications that construct it themselves; others
 * choose it by {@code tidings.email.adapter=sendgrid}.
 */
@NullMarked
package io.tidings.adapter.sendgrid;

import org.jspecify.annotations.NullMarked;
