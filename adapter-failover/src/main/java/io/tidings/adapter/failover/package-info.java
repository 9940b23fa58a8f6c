/**
 * An adapter made of others: it retries, leaves a provider that fails alone for a while, and lets the next one stand
 * in. For applications that must go on when a provider does not.
 */
@NullMarked
package io.tidings.adapter.failover;

import org.jspecify.annotations.NullMarked;
