/**
 * Ready-made notifications of a data portal, with templates in English and Spanish. For applications, which send them
 * as they are or replace their templates file by file.
 */
@NullMarked
package io.tidings.templates.catalogue;

import org.jspecify.annotations.NullMarked;
