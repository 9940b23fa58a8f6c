/**
 * The contenders of the SMTP benchmarks, each behind the same two methods. For {@code io.tidings.benchmarks.smtp} only.
 */
@NullMarked
package io.tidings.benchmarks.smtp.sender;

import org.jspecify.annotations.NullMarked;
