/**
 * A message that came in, as far as a report can be in it: headers, text parts, and the headers of what it gives back.
 * For the bounce parser only.
 */
@NullMarked
package io.tidings.adapter.smtplegacy.bounce.message;

import org.jspecify.annotations.NullMarked;
