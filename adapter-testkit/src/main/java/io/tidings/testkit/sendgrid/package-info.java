/**
 * A SendGrid that runs inside a test: {@link io.tidings.testkit.sendgrid.SendGridSimulator}. For everybody who sends
 * through SendGrid and wants to test that without an account, and for the adapter's own tests.
 *
 * <pre>{@code
 * try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
 *     Settings settings = Settings.of(Map.of(
 *             "tidings.email.adapter", "sendgrid",
 *             "tidings.email.from", "Portal <portal@example.gov>",
 *             "tidings.sendgrid.base-url", sendGrid.baseUrl().toString(),
 *             "tidings.sendgrid.api-key", sendGrid.apiKey()));
 *     sendGrid.next(Answer.error(429, "too many requests").header("Retry-After", "2"));
 *     // send something, then look at sendGrid.mails()
 * }
 * }</pre>
 */
@NullMarked
package io.tidings.testkit.sendgrid;

import org.jspecify.annotations.NullMarked;
