/** What it costs to verify, read and store the events that SendGrid reports. */
@NullMarked
package io.tidings.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
