package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;

/**
 * Somebody asked for access; tells them that the request was submitted for review, and where its status is. Immutable.
 *
 * @param firstName theirs
 * @param organisation for which they asked
 */
public record AccessRequestSubmitted(String firstName, String organisation) implements Notification {

    /** @throws InvalidArgumentException if a component breaks the rule for texts */
    public AccessRequestSubmitted {
        Rules.requireText("firstName", firstName);
        Rules.requireText("organisation", organisation);
    }
}
