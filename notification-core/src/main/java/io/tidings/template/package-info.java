/**
 * The port for templates and every type in its signatures. For authors of template engines' adapters, and for tools
 * that check templates against notifications.
 */
@NullMarked
package io.tidings.template;

import org.jspecify.annotations.NullMarked;
