/**
 * What HTML must be like in mail, whether rendered or still a template. For this library only: changes without notice.
 */
@NullMarked
package io.tidings.templates.internal.markup;

import org.jspecify.annotations.NullMarked;
