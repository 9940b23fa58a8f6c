/**
 * A small HTTP/1.1 server on loopback that can do what a well-behaved server never does: break off, go silent, state a
 * wrong length. For the simulators of this test kit; what a test needs of it is in their own packages.
 */
@NullMarked
package io.tidings.testkit.sendgrid.http;

import org.jspecify.annotations.NullMarked;
