package io.tidings.examples;

import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.TidingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells everybody concerned by each event. Whatever is wrong with one event or one recipient, the others are told. */
final class EventSender {

    private final Notifier notifier;

    EventSender(Notifier notifier) {
        this.notifier = notifier;
    }

    List<Row> send(List<PortalEvent> events) {
        List<Row> rows = new ArrayList<>();
        for (PortalEvent event : events) {
            if (event instanceof PortalEvent.Understood readable) {
                rows.addAll(send(readable));
            } else if (event instanceof PortalEvent.NotUnderstood unreadable) {
                rows.add(Row.withoutReceipt(unreadable.name(), unreadable.problem()));
            }
        }
        return rows;
    }

    private List<Row> send(PortalEvent.Understood event) {
        List<Recipient> recipients = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (PortalEvent.Reader reader : event.readers()) {
            recipient(reader)
                    .ifPresentOrElse(
                            recipients::add,
                            () -> rows.add(Row.of(event.name(), "(no address)", invalidRecipient(event))));
        }
        try {
            List<Receipt> receipts = notifier.sendAll(event.notification(), recipients, event.options());
            for (int i = 0; i < receipts.size(); i++) {
                rows.add(Row.of(event.name(), recipients.get(i).address().masked(), receipts.get(i)));
            }
        } catch (TidingsException e) {
            rows.add(Row.withoutReceipt(event.name(), e.getMessage()));
        }
        return rows;
    }

    private static Optional<Recipient> recipient(PortalEvent.Reader reader) {
        try {
            return Optional.of(new Recipient(
                    EmailAddress.of(reader.address(), reader.displayName()), reader.locale(), reader.zone()));
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is no address never becomes a recipient; the portal keeps a receipt for it all the same. */
    private static Receipt invalidRecipient(PortalEvent.Understood event) {
        Failure failure = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT);
        return new Receipt(
                MessageId.random(), event.notification().template().value(), new Rejected(failure, List.of()));
    }
}
