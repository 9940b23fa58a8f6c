package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** A notifier over fakes, and short words for what tests do with it. */
final class Harness implements AutoCloseable {

    record Approved(String name) implements Notification {}

    static final Approved APPROVED = new Approved("Jane");
    static final Recipient JANE = recipient("jane@example.gov");

    final ManualClock clock = new ManualClock();
    final FakeEmailPort port = new FakeEmailPort();
    FakeTemplates templates = new FakeTemplates();
    DeliveryLog log = DeliveryLog.inMemory(clock);
    SuppressionList suppressions = SuppressionList.inMemory();
    IdempotencyStore store = IdempotencyStore.inMemory(100, Duration.ofHours(24), clock);
    final NotifierBuilder builder = Notifier.builder().from(EmailAddress.of("portal@example.gov", "Portal"));
    private Notifier notifier;

    static Recipient recipient(String address) {
        return new Recipient(EmailAddress.of(address), Locale.ENGLISH, ZoneOffset.UTC);
    }

    static SendOptions key(String key) {
        return SendOptions.builder().idempotencyKey(key).build();
    }

    Notifier notifier() {
        if (notifier == null) {
            notifier = builder.emailPort(port)
                    .templatePort(templates)
                    .clock(clock)
                    .deliveryLog(log)
                    .suppressionList(suppressions)
                    .idempotencyStore(store)
                    .build();
        }
        return notifier;
    }

    Receipt send() {
        return notifier().send(APPROVED, JANE);
    }

    Receipt send(SendOptions options) {
        return notifier().send(APPROVED, JANE, options);
    }

    EmailMessage onlyMessage() {
        if (port.received.size() != 1) {
            throw new AssertionError("expected one message, got " + port.received.size());
        }
        return port.received.get(0);
    }

    List<DeliveryEvent> timeline(Receipt receipt) {
        return log.timeline(receipt.id());
    }

    @Override
    public void close() {
        if (notifier != null) {
            notifier.close();
        }
    }
}
