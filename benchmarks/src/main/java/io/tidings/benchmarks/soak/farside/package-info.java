/** Two providers which fail in every way and keep an honest count. For {@code io.tidings.benchmarks.soak} only. */
@NullMarked
package io.tidings.benchmarks.soak.farside;

import org.jspecify.annotations.NullMarked;
