/**
 * Looks whether an account with SendGrid can send what an application is configured to send. For operators, at the
 * first set-up and when mail stops.
 */
@NullMarked
package io.tidings.adapter.sendgrid.account;

import org.jspecify.annotations.NullMarked;
