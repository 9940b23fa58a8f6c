/**
 * Following every expression of a template through a record's types. FreeMarker gives its directives with their
 * positions, but no tree of expressions: those are read here. For this library only: changes without notice.
 */
@NullMarked
package io.tidings.templates.internal.analysis;

import org.jspecify.annotations.NullMarked;
