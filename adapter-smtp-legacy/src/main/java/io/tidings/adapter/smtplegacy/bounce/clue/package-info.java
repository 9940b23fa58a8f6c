/**
 * What can be told from the text of a report: whom it concerns, which message, and what was wrong. For the bounce
 * parser only.
 */
@NullMarked
package io.tidings.adapter.smtplegacy.bounce.clue;

import org.jspecify.annotations.NullMarked;
