package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.Objects;

/**
 * An account was not used for almost 180 days; tells its owner to sign in if they want to keep it. Usually sent 10, 3
 * and 1 days before. Immutable.
 *
 * @param firstName the owner's
 * @param days how many remain, from 1 to 180
 * @param deactivation when the account will be deactivated; shown in the reader's zone
 */
public record AccountDeactivationWarning(String firstName, int days, Instant deactivation) implements Notification {

    /** @throws InvalidArgumentException if a component breaks its rule */
    public AccountDeactivationWarning {
        Rules.requireText("firstName", firstName);
        Rules.requireRange("days", days, 1, 180);
        Objects.requireNonNull(deactivation, "deactivation");
    }
}
