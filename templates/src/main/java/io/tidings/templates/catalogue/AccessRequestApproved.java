package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;

/**
 * A request for access was granted; tells who asked in which role and from which organisation, and where to sign in.
 * Immutable.
 *
 * @param firstName of who asked
 * @param role the role that was given, such as {@code Data Analyst}
 * @param organisation to which they belong
 */
public record AccessRequestApproved(String firstName, String role, String organisation) implements Notification {

    /** @throws InvalidArgumentException if a component breaks the rule for texts */
    public AccessRequestApproved {
        Rules.requireText("firstName", firstName);
        Rules.requireText("role", role);
        Rules.requireText("organisation", organisation);
    }
}
