/** Finding, confining and printing templates with FreeMarker. For this library only: changes without notice. */
@NullMarked
package io.tidings.templates.internal;

import org.jspecify.annotations.NullMarked;
