/**
 * What sending through SendGrid costs beside SendGrid's own SDK and beside a bare socket, with a far side in another
 * process. A leaf, run by hand: see CONTRIBUTING.md.
 */
@NullMarked
package io.tidings.benchmarks.sendgrid;

import org.jspecify.annotations.NullMarked;
