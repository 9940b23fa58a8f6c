/** Checking templates against their records before anybody is written to. For applications' tests. */
@NullMarked
package io.tidings.templates.verify;

import org.jspecify.annotations.NullMarked;
