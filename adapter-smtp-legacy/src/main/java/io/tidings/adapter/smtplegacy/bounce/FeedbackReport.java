package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Addresses;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.adapter.smtplegacy.bounce.message.Message;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A complaint in the Abuse Reporting Format (RFC 5965), as feedback loops send it. */
final class FeedbackReport {

    /** What the feedback loop of Outlook.com puts into the message that it gives back; there is no report with it. */
    private static final String COMPLAINED_OF = "x-hmxmroriginalrecipient";

    private FeedbackReport() {}

    /** Its fields; none if the message is no such report. */
    static Fields fields(Message message) {
        return message.part("message/feedback-report")
                .map(part -> Fields.of(part.text()))
                .or(() -> withoutReport(message))
                .orElse(Fields.none());
    }

    private static Optional<Fields> withoutReport(Message message) {
        String subject = message.headers().first("subject").orElse("").toLowerCase(Locale.ROOT);
        return message.returned()
                .first(COMPLAINED_OF)
                .filter(reader -> subject.startsWith("complaint"))
                .map(reader -> Fields.of("Feedback-Type: abuse\nOriginal-Rcpt-To: " + reader));
    }

    /** None if it is about something else than a reader who calls the message spam. */
    static List<Finding> findings(Fields report, Fields returned) {
        if (!report.first("feedback-type").orElse("").strip().equalsIgnoreCase("abuse")) {
            return List.of();
        }
        List<EmailAddress> recipients = report.all("original-rcpt-to", "removal-recipient").stream()
                .flatMap(value -> Addresses.in(value).stream())
                .map(Addresses.Found::address)
                .distinct()
                .limit(100)
                .toList();
        Optional<Instant> at = report.first("received-date")
                .or(() -> report.first("arrival-date"))
                .flatMap(Dates::parse);
        if (recipients.isEmpty()) {
            return List.of(complaint(new Recipients(returned, List.of()).onlyOne(), at));
        }
        return recipients.stream().map(each -> complaint(Optional.of(each), at)).toList();
    }

    private static Finding complaint(Optional<EmailAddress> recipient, Optional<Instant> at) {
        return new Finding(
                DeliveryEventType.COMPLAINED,
                recipient,
                Optional.empty(),
                Optional.of(RejectReason.SPAM),
                "",
                false,
                at);
    }
}
