package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which deliveries to find. Starts with {@link #all()} and is narrowed:
 * {@code DeliveryQuery.all().template("data-submitted").status(BOUNCED).from(monday)}. Immutable.
 *
 * @param template of this template only
 * @param recipient to this recipient only, without regard to case
 * @param from whose {@link Delivery#since()} is this time or later
 * @param until whose {@link Delivery#since()} is before this time
 * @param statuses with one of these; empty for any
 * @param limit at most so many, the newest, from 1 to {@value #MAX_LIMIT}
 */
public record DeliveryQuery(
        Optional<String> template,
        Optional<EmailAddress> recipient,
        Instant from,
        Instant until,
        Set<DeliveryEventType> statuses,
        int limit) {

    /** The most that one query finds. */
    public static final int MAX_LIMIT = 100_000;

    private static final DeliveryQuery ALL =
            new DeliveryQuery(Optional.empty(), Optional.empty(), Instant.MIN, Instant.MAX, Set.of(), 1_000);

    public DeliveryQuery {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        statuses = Set.copyOf(statuses);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be from 1 to " + MAX_LIMIT);
        }
    }

    /** The newest 1,000 deliveries of any kind. */
    public static DeliveryQuery all() {
        return ALL;
    }

    /** Only of this template. */
    public DeliveryQuery template(String value) {
        return new DeliveryQuery(Optional.of(value), recipient, from, until, statuses, limit);
    }

    /** Only to this recipient. */
    public DeliveryQuery recipient(EmailAddress value) {
        return new DeliveryQuery(template, Optional.of(value), from, until, statuses, limit);
    }

    /** Only those sent at this time or later. */
    public DeliveryQuery from(Instant value) {
        return new DeliveryQuery(template, recipient, value, until, statuses, limit);
    }

    /** Only those sent before this time. */
    public DeliveryQuery until(Instant value) {
        return new DeliveryQuery(template, recipient, from, value, statuses, limit);
    }

    /** Only those with one of these for their status. */
    public DeliveryQuery status(DeliveryEventType... values) {
        return new DeliveryQuery(template, recipient, from, until, Set.of(values), limit);
    }

    /** At most so many. */
    public DeliveryQuery limit(int value) {
        return new DeliveryQuery(template, recipient, from, until, statuses, value);
    }

    /** Whether this delivery is asked for, but for the limit. */
    public boolean matches(Delivery delivery) {
        return template.filter(wanted -> !wanted.equals(delivery.template())).isEmpty()
                && recipient
                        .filter(wanted -> !Mailboxes.key(wanted).equals(Mailboxes.key(delivery.recipient())))
                        .isEmpty()
                && !delivery.since().isBefore(from)
                && delivery.since().isBefore(until)
                && (statuses.isEmpty() || statuses.contains(delivery.status()));
    }
}
