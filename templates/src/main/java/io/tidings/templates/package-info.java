/**
 * The FreeMarker adapter of the template port. For composition roots that build it themselves, and for authors of
 * templates, who find at {@link io.tidings.templates.FreeMarkerTemplatePort} where their files belong and what they
 * see.
 */
@NullMarked
package io.tidings.templates;

import org.jspecify.annotations.NullMarked;
