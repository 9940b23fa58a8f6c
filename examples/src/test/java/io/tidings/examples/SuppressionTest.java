package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.Accepted;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.spi.Settings;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** After a bounce nobody is asked to send to that address again, whoever sends. */
class SuppressionTest {

    private static final Recipient JANE = Recipient.of("jane@example.gov");
    private static final Recipient JOHN = Recipient.of("john@example.gov");

    @Test
    void throughTheMailboxInMemory() {
        String name = UUID.randomUUID().toString();
        try (Mailbox mailbox = Mailbox.open(name)) {
            bounceAndSendAgain("inmemory", Map.of("tidings.inmemory.mailbox", name), () -> mailbox.messages()
                    .size());
        }
    }

    /** As the far side reports it, not as the test does. */
    @Test
    void aBounceInMemoryGoesIntoTheTimeline() {
        String name = UUID.randomUUID().toString();
        try (Mailbox mailbox = Mailbox.open(name);
                Notifier notifier = notifier("inmemory", Map.of("tidings.inmemory.mailbox", name))) {
            Receipt first = send(notifier, JANE);
            mailbox.adapters().get(0).events().bounced(first.id(), RejectReason.INVALID, new EnhancedStatus(5, 1, 1));

            assertThat(notifier.deliveryLog().timeline(first.id()))
                    .extracting(DeliveryEvent::type)
                    .containsExactly(DeliveryEventType.SENT, DeliveryEventType.BOUNCED);
            assertThat(notifier.deliveryLog().status(first.id(), JANE.address()))
                    .hasValueSatisfying(delivery -> {
                        assertThat(delivery.rejectReason()).contains(RejectReason.INVALID);
                        assertThat(delivery.statusCode()).contains(new EnhancedStatus(5, 1, 1));
                    });
            assertSuppressed(send(notifier, JANE));
        }
    }

    @Test
    void throughSendGrid() {
        try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
            bounceAndSendAgain(
                    "sendgrid", at(sendGrid), () -> sendGrid.requests().size());
        }
    }

    @Test
    void throughSmtp() {
        try (LocalGreenMail server = LocalGreenMail.start(Settings.of(Map.of()))) {
            bounceAndSendAgain(
                    "smtp-legacy", server.whereItIs(), () -> server.messages().size());
        }
    }

    /** SendGrid reported the bounce, SMTP stands in and knows nothing of it. */
    @Test
    void throughTheProviderThatStandsIn() {
        try (SendGridSimulator sendGrid = SendGridSimulator.start();
                LocalGreenMail server = LocalGreenMail.start(Settings.of(Map.of()));
                Notifier notifier = notifier(
                        "failover",
                        at(sendGrid),
                        server.whereItIs(),
                        Map.of("tidings.failover.order", "sendgrid,smtp-legacy"))) {
            bounce(notifier, send(notifier, JANE));
            sendGrid.always(Answer.status(503));

            assertThat(send(notifier, JOHN).result())
                    .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.provider())
                            .isEqualTo("smtp-legacy"));
            assertSuppressed(send(notifier, JANE));

            assertThat(server.messages()).hasSize(1);
        }
    }

    private static void bounceAndSendAgain(String adapter, Map<String, String> settings, IntSupplier asked) {
        try (Notifier notifier = notifier(adapter, settings)) {
            Receipt first = send(notifier, JANE);
            assertThat(first.result()).isInstanceOf(Accepted.class);
            bounce(notifier, first);

            assertSuppressed(send(notifier, JANE));

            assertThat(asked.getAsInt()).as("asked").isEqualTo(1);
            assertThat(notifier.deliveryLog().status(first.id(), JANE.address()))
                    .hasValueSatisfying(
                            delivery -> assertThat(delivery.status()).isEqualTo(DeliveryEventType.BOUNCED));
            assertThat(notifier.suppressionList().lift(JANE.address(), RejectReason.INVALID))
                    .isTrue();
            assertThat(send(notifier, JANE).result()).isInstanceOf(Accepted.class);
        }
    }

    private static void assertSuppressed(Receipt receipt) {
        assertThat(receipt.result()).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.failure().reason())
                .isEqualTo(FailureReason.SUPPRESSED));
        assertThat(receipt.result().attempts()).isEmpty();
    }

    @SafeVarargs
    private static Notifier notifier(String adapter, Map<String, String>... more) {
        Settings settings =
                Settings.of(Map.of("tidings.email.adapter", adapter, "tidings.email.from", "portal@example.gov"));
        for (Map<String, String> values : more) {
            settings = settings.with(values);
        }
        return Notifier.configuredBy(settings);
    }

    private static Receipt send(Notifier notifier, Recipient recipient) {
        return notifier.send(new AccessRequestApproved("Jane", "Data Analyst", "Illinois"), recipient);
    }

    private static void bounce(Notifier notifier, Receipt receipt) {
        notifier.record(DeliveryEvent.of(
                        DeliveryEventType.BOUNCED,
                        receipt.result().lastProvider().orElseThrow(),
                        Instant.now())
                .messageId(receipt.id())
                .recipient(JANE.address())
                .rejectReason(RejectReason.INVALID)
                .build());
    }

    private static Map<String, String> at(SendGridSimulator sendGrid) {
        return Map.of(
                "tidings.sendgrid.base-url",
                sendGrid.baseUrl().toString(),
                "tidings.sendgrid.api-key",
                sendGrid.apiKey());
    }
}
