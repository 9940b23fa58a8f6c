/**
 * What a message costs, beside what the same message costs with a peer. For developers of the library: figures are
 * ratios of one run, since the machine and what else it does change from run to run.
 */
@NullMarked
package io.tidings.benchmarks;

import org.jspecify.annotations.NullMarked;
