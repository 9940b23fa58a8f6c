package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;

/**
 * An account was deactivated because it was not used for 180 days; tells its owner, and whom to contact to get it back.
 * Immutable.
 *
 * @param firstName the owner's
 */
public record AccountDeactivated(String firstName) implements Notification {

    /** @throws InvalidArgumentException if the name breaks the rule for texts */
    public AccountDeactivated {
        Rules.requireText("firstName", firstName);
    }
}
