package io.tidings.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a reader did with a message, apart from whether it was delivered. Each is the first time; empty if it is not
 * known to have happened.
 *
 * @param opened by a person, as far as the provider can tell
 * @param openedByMachine by a mail client's image proxy or a scanner, which says nothing about a person
 * @param clicked a link in it
 */
public record Engagement(Optional<Instant> opened, Optional<Instant> openedByMachine, Optional<Instant> clicked) {

    public Engagement {
        Objects.requireNonNull(opened, "opened");
        Objects.requireNonNull(openedByMachine, "openedByMachine");
        Objects.requireNonNull(clicked, "clicked");
    }

    static Engagement in(Collection<DeliveryEvent> events) {
        return new Engagement(
                first(events, event -> event.type() == DeliveryEventType.OPENED && !event.byMachine()),
                first(events, event -> event.type() == DeliveryEventType.OPENED && event.byMachine()),
                first(events, event -> event.type() == DeliveryEventType.CLICKED));
    }

    private static Optional<Instant> first(Collection<DeliveryEvent> events, Predicate<DeliveryEvent> condition) {
        return events.stream().filter(condition).map(DeliveryEvent::at).min(Comparator.naturalOrder());
    }
}
