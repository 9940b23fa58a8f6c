package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.adapter.smtplegacy.bounce.message.Message;
import io.tidings.delivery.DeliveryEventType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A message disposition notification, known as read receipt (RFC 8098). */
final class ReadReport {

    private ReadReport() {}

    /** Its fields; none if the message is no such report. */
    static Fields fields(Message message) {
        return message.part("message/disposition-notification", "message/global-disposition-notification")
                .map(part -> Fields.of(part.text()))
                .orElse(Fields.none());
    }

    /**
     * {@code displayed} is an opened message, by a machine if the action was automatic. Other dispositions, such as
     * {@code deleted}, say neither that the message was read nor that it was not.
     */
    static List<Finding> findings(Fields report, Fields returned) {
        String disposition = report.first("disposition").orElse("").toLowerCase(Locale.ROOT);
        String[] modeAndType = disposition.split(";", 2);
        if (modeAndType.length < 2 || !modeAndType[1].strip().startsWith("displayed")) {
            return List.of();
        }
        return List.of(new Finding(
                DeliveryEventType.OPENED,
                new Recipients(returned, List.of(report)).of(report),
                Optional.empty(),
                Optional.empty(),
                "",
                modeAndType[0].strip().startsWith("automatic-action"),
                Optional.empty()));
    }
}
