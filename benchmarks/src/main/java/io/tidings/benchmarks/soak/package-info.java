/**
 * Sends thousands of messages through two providers that fail, and counts whether any was lost or sent twice. A leaf,
 * run by hand (see CONTRIBUTING.md), and for a few seconds in every build.
 */
@NullMarked
package io.tidings.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
