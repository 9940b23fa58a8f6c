/**
 * What SendGrid refuses of a mail, in its words, as far as its documentation and its answers tell
 * (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors). Where the two leave room, the stricter reading
 * counts. For the simulator of this test kit.
 */
@NullMarked
package io.tidings.testkit.sendgrid.rules;

import org.jspecify.annotations.NullMarked;
