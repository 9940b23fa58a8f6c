package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;

/**
 * A request for access was denied; tells who asked, and whom to contact if that is an error. Immutable.
 *
 * @param firstName of who asked
 */
public record AccessRequestDenied(String firstName) implements Notification {

    /** @throws InvalidArgumentException if the name breaks the rule for texts */
    public AccessRequestDenied {
        Rules.requireText("firstName", firstName);
    }
}
