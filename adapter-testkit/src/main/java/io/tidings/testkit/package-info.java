/**
 * The contracts that every adapter and every store must pass, and the messages to test them with. For authors of
 * adapters and stores; belongs on the class path of tests only.
 */
@NullMarked
package io.tidings.testkit;

import org.jspecify.annotations.NullMarked;
