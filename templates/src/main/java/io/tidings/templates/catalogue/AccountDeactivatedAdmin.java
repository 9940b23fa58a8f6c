package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;

/**
 * An account was deactivated because it was not used for 180 days; tells administrators whose it was. Immutable.
 *
 * @param name the owner's
 * @param address the owner's e-mail address, such as {@code jane@example.gov}: at most 254 characters, shown and not
 *     written to
 */
public record AccountDeactivatedAdmin(String name, String address) implements Notification {

    /** @throws InvalidArgumentException if a component breaks its rule */
    public AccountDeactivatedAdmin {
        Rules.requireText("name", name);
        Rules.requireAddress("address", address);
    }

    /** Without any of it: it is about somebody else than who reads it, and not for logs. */
    @Override
    public String toString() {
        return "AccountDeactivatedAdmin[•••]";
    }
}
