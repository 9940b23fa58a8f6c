/**
 * What sending to an SMTP relay costs beside other clients, with the relay in another process. A leaf, run by hand: see
 * CONTRIBUTING.md.
 */
@NullMarked
package io.tidings.benchmarks.smtp;

import org.jspecify.annotations.NullMarked;
