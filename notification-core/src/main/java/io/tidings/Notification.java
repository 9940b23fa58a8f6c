package io.tidings;

import io.tidings.template.TemplateId;

/**
 * Something that happened and that somebody must be told: a record, whose components are what its template may show.
 *
 * <p>How the components reach the template is said at {@link io.tidings.template.TemplateModel}.
 */
public interface Notification {

    /** Its template; by default after its type: {@code DataSubmitted} is told by {@code data-submitted}. */
    default TemplateId template() {
        return TemplateId.of(getClass());
    }
}
