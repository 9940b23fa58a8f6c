package io.tidings.examples;

import io.tidings.delivery.Delivery;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.DeliveryQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What became of the messages, as far as providers reported it. */
final class DeliveryTable {

    private static final List<String> HEADINGS = List.of("TEMPLATE", "RECIPIENT", "STATUS", "REASON");

    private DeliveryTable() {}

    /** Empty if nobody reported anything. */
    static String of(DeliveryLog log) {
        List<Delivery> deliveries = new ArrayList<>(log.find(DeliveryQuery.all()));
        Collections.reverse(deliveries);
        boolean anyReport = deliveries.stream().anyMatch(delivery -> isReported(log, delivery));
        return anyReport
                ? System.lineSeparator()
                        + Table.of(
                                HEADINGS,
                                deliveries.stream().map(DeliveryTable::cells).toList())
                : "";
    }

    /** What the job's own sends say has no id of a provider's event. */
    private static boolean isReported(DeliveryLog log, Delivery delivery) {
        return log.timeline(delivery.messageId()).stream()
                .anyMatch(event -> !event.eventId().isEmpty());
    }

    private static List<String> cells(Delivery delivery) {
        String reason = delivery.rejectReason().map(DeliveryTable::words).orElse("");
        String code = delivery.statusCode()
                .filter(status -> status.statusClass() != 2)
                .map(Object::toString)
                .orElse("");
        String why = (reason + " " + code).strip();
        return List.of(
                delivery.template(),
                delivery.recipient().masked(),
                words(delivery.status()),
                why.isEmpty() ? "-" : why);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
