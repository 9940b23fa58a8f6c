package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How many requests for access wait for a decision; tells administrators, and where to decide. Immutable.
 *
 * @param count how many, from 0 to 1,000,000
 * @param asOf the day on which they were counted
 * @param administration the page where requests are reviewed: absolute, https, at most 500 characters
 */
public record AccessRequestCount(int count, LocalDate asOf, URI administration) implements Notification {

    /** @throws InvalidArgumentException if a component breaks its rule */
    public AccessRequestCount {
        Rules.requireRange("count", count, 0, 1_000_000);
        Objects.requireNonNull(asOf, "asOf");
        Rules.requireLink("administration", administration);
    }
}
