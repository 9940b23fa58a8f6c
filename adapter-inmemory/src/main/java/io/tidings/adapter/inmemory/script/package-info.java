/** What the far side of the in-memory adapter answers, and how long it takes. For authors of tests. */
@NullMarked
package io.tidings.adapter.inmemory.script;

import org.jspecify.annotations.NullMarked;
