/** Plain text as a person would have written it: derived from HTML, and wrapped. For this library only. */
@NullMarked
package io.tidings.templates.internal.text;

import org.jspecify.annotations.NullMarked;
