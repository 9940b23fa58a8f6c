/** The relay of the benchmarks, which keeps nothing. For {@code io.tidings.benchmarks.smtp} only. */
@NullMarked
package io.tidings.benchmarks.smtp.sink;

import org.jspecify.annotations.NullMarked;
