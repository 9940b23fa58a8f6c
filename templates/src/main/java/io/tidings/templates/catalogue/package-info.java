/**
 * Ready-made notifications of a data portal, with templates in English and Spanish. For applications, which send them
 * as they are or replace their templates file by file.
 *
 * <p>The rule for texts: not blank, one line without control characters, at most 500 characters.
 */
@NullMarked
package io.tidings.templates.catalogue;

import org.jspecify.annotations.NullMarked;
