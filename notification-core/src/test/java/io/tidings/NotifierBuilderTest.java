package io.tidings;

import static io.tidings.Harness.APPROVED;
import static io.tidings.Harness.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.StoreException;
import io.tidings.template.TemplateId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotifierBuilderTest {

    private record MissingNotification(String name) implements Notification {}

    @Test
    void isConfiguredBySettings() {
        try (Notifier notifier = Notifier.configuredBy(TestEmailProvider.settings(
                "by-settings", Map.of("tidings.email.reply-to", "help@example.gov, Desk <desk@example.gov>")))) {
            notifier.send(APPROVED, JANE);

            EmailMessage message =
                    TestEmailProvider.PORTS.get("by-settings").received.get(0);
            assertThat(message.from().displayName()).contains("Portal");
            assertThat(message.replyTo())
                    .extracting(EmailAddress::address)
                    .containsExactly("help@example.gov", "desk@example.gov");
            assertThat(message.subject()).startsWith("Subject approved");
        }
    }

    @Test
    void guardsAreConfiguredBySettings() {
        try (Notifier notifier = Notifier.configuredBy(TestEmailProvider.settings(
                "guards",
                Map.of(
                        "tidings.email.allowed-recipients", "*@example.gov, example.net",
                        "tidings.email.redirect-to", "catch-all@example.org")))) {
            notifier.send(APPROVED, Harness.recipient("joe@example.com"));
            notifier.send(APPROVED, JANE);
            notifier.send(APPROVED, Harness.recipient("joe@example.net"));

            assertThat(TestEmailProvider.PORTS.get("guards").received)
                    .hasSize(2)
                    .allSatisfy(message ->
                            assertThat(message.to()).containsExactly(EmailAddress.of("catch-all@example.org")));
        }
    }

    @Test
    void whatIsGivenWinsOverSettings() {
        FakeEmailPort given = new FakeEmailPort();
        try (Notifier notifier = Notifier.builder()
                .settings(TestEmailProvider.settings(
                        "given-wins",
                        Map.of(
                                "tidings.email.redirect-to", "catch-all@example.org",
                                "tidings.email.allowed-recipients", "nobody@example.org",
                                "tidings.email.reply-to", "help@example.gov")))
                .emailPort(given)
                .from(EmailAddress.of("given@example.gov"))
                .replyTo(EmailAddress.of("given-reply@example.gov"))
                .allowedRecipients("jane@example.gov")
                .redirectTo(EmailAddress.of("given-catch-all@example.org"))
                .build()) {
            notifier.send(APPROVED, JANE);
        }

        assertThat(given.received).singleElement().satisfies(message -> {
            assertThat(message.from().address()).isEqualTo("given@example.gov");
            assertThat(message.replyTo()).containsExactly(EmailAddress.of("given-reply@example.gov"));
            assertThat(message.to()).containsExactly(EmailAddress.of("given-catch-all@example.org"));
        });
        assertThat(TestEmailProvider.PORTS).doesNotContainKey("given-wins");
    }

    @Test
    void reportsEveryProblemAtOnceAndNoValue() {
        assertThatThrownBy(() -> Notifier.builder()
                        .settings(TestEmailProvider.settings(
                                "problems",
                                Map.of(
                                        "tidings.email.from", "canary one@two@three",
                                        "tidings.email.redirect-to", "canary",
                                        "tidings.email.allowed-recipients", "canary@",
                                        "tidings.email.repyl-to", "canary@example.gov",
                                        "tidings.test.idd", "canary")))
                        .expecting(MissingNotification.class, Harness.Approved.class)
                        .build())
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .extracting(ConfigurationProblem::key)
                        .containsExactlyInAnyOrder(
                                "tidings.email.from",
                                "tidings.email.redirect-to",
                                "tidings.email.allowed-recipients",
                                "tidings.email.repyl-to",
                                "tidings.test.idd",
                                "template missing-notification"))
                .hasMessageContaining("did you mean tidings.email.reply-to?")
                .hasMessageContaining("did you mean tidings.test.id?")
                .message()
                .doesNotContain("canary");
        assertThat(TestEmailProvider.PORTS.get("problems").closed).isTrue();
    }

    @Test
    void needsAnAuthor() {
        assertThatThrownBy(() -> Notifier.builder()
                        .emailPort(new FakeEmailPort())
                        .templatePort(new FakeTemplates())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.email.from: must be set");
    }

    @Test
    void needsBothPortsUnlessItMayLookForThem() {
        assertThatThrownBy(() -> Notifier.builder()
                        .from(EmailAddress.of("portal@example.gov"))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("emailPort(…)")
                .hasMessageContaining("templatePort(…)");
    }

    @Test
    void leavesAPortThatWasGivenOpenWhenItFails() {
        FakeEmailPort port = new FakeEmailPort();
        FakeTemplates templates = new FakeTemplates();

        assertThatThrownBy(() -> Notifier.builder()
                        .emailPort(port)
                        .templatePort(templates)
                        .build())
                .isInstanceOf(ConfigurationException.class);
        assertThat(port.closed).isFalse();
        assertThat(templates.closed).isFalse();
    }

    @Test
    void closesWhatItMadeWhenTheTemplatesThrow() {
        FakeTemplates broken = new FakeTemplates() {
            @Override
            public boolean has(TemplateId id) {
                throw new IllegalStateException("boom");
            }
        };

        assertThatThrownBy(() -> Notifier.builder()
                        .settings(TestEmailProvider.settings("templates-throw", Map.of()))
                        .templatePort(broken)
                        .expecting(Harness.Approved.class)
                        .build())
                .isInstanceOf(IllegalStateException.class);
        assertThat(TestEmailProvider.PORTS.get("templates-throw").closed).isTrue();
        assertThat(broken.closed).isFalse();
    }

    @Test
    void anEventAfterTheNotifierIsClosedIsThrownBack() {
        Notifier notifier = Notifier.configuredBy(TestEmailProvider.settings("closed", Map.of()));
        notifier.close();
        DeliveryEvent event = DeliveryEvent.of(DeliveryEventType.DELIVERED, "test", ManualClock.START)
                .build();

        assertThatThrownBy(() ->
                        TestEmailProvider.CONTEXTS.get("closed").listener().event(event))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void theStoreInMemoryForgetsByTheGivenClock() {
        ManualClock clock = new ManualClock();
        FakeEmailPort port = new FakeEmailPort();
        try (Notifier notifier = Notifier.builder()
                .emailPort(port)
                .templatePort(new FakeTemplates())
                .from(EmailAddress.of("portal@example.gov"))
                .clock(clock)
                .build()) {
            notifier.send(APPROVED, JANE, Harness.key("k"));
            clock.advance(Duration.ofHours(25));
            notifier.send(APPROVED, JANE, Harness.key("k"));
        }

        assertThat(port.received).hasSize(2);
    }

    @Test
    void connectsTheAdapterWithTheLog() {
        DeliveryLog log = DeliveryLog.inMemory(new ManualClock());
        MessageId id = MessageId.random();
        DeliveryEvent event = DeliveryEvent.of(DeliveryEventType.DELIVERED, "test", ManualClock.START)
                .messageId(id)
                .build();
        try (Notifier notifier = Notifier.builder()
                .settings(TestEmailProvider.settings("events", Map.of()))
                .deliveryLog(log)
                .build()) {
            TestEmailProvider.CONTEXTS.get("events").listener().event(event);
        }

        assertThat(log.timeline(id)).containsExactly(event);
    }

    @Test
    void anEventBeforeTheNotifierIsReadyIsThrownBack() {
        DeliveryEvent event = DeliveryEvent.of(DeliveryEventType.DELIVERED, "test", ManualClock.START)
                .build();

        assertThatThrownBy(() -> new EventRelay().event(event)).isInstanceOf(StoreException.class);
    }

    @Test
    void givesAdaptersTheClock() {
        ManualClock clock = new ManualClock();
        try (Notifier notifier = Notifier.builder()
                .settings(TestEmailProvider.settings("clock", Map.of()))
                .clock(clock)
                .build()) {
            assertThat(TestEmailProvider.CONTEXTS.get("clock").clock()).isSameAs(clock);
        }
    }

    @Test
    void twoNotifiersDoNotAffectEachOther() {
        try (Notifier first = Notifier.configuredBy(TestEmailProvider.settings("two-a", Map.of()));
                Notifier second = Notifier.configuredBy(TestEmailProvider.settings(
                        "two-b", Map.of("tidings.email.redirect-to", "catch-all@example.org")))) {
            first.send(APPROVED, JANE, Harness.key("k"));
            second.send(APPROVED, JANE, Harness.key("k"));
        }

        assertThat(TestEmailProvider.PORTS.get("two-a").received)
                .singleElement()
                .satisfies(message -> assertThat(message.to()).containsExactly(JANE.address()));
        assertThat(TestEmailProvider.PORTS.get("two-b").received)
                .singleElement()
                .satisfies(
                        message -> assertThat(message.to()).containsExactly(EmailAddress.of("catch-all@example.org")));
    }
}
