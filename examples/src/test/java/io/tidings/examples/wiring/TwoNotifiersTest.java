package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.adapter.inmemory.ReceivedEmail;
import io.tidings.error.NotifierClosedException;
import io.tidings.spi.Settings;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TwoNotifiersTest {

    private final String name = UUID.randomUUID().toString();

    @Test
    void withDifferentSettingsTheyDoNotAffectEachOther() {
        try (Mailbox mailbox = Mailbox.open(name);
                SendGridSimulator sendGrid = SendGridSimulator.start();
                Notifier one = Notifier.configuredBy(inMemory());
                Notifier other = Notifier.configuredBy(bySendGrid(sendGrid))) {
            Wired.assertSends(one);
            Wired.assertSends(other);
            one.close();
            Wired.assertSends(other);

            assertThatThrownBy(() -> Wired.send(one)).isInstanceOf(NotifierClosedException.class);
            assertThat(mailbox.messages())
                    .extracting(ReceivedEmail::message)
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.from().address()).isEqualTo("one@example.gov");
                        assertThat(message.html()).hasValueSatisfying(html -> assertThat(html)
                                .contains("First Portal")
                                .doesNotContain("Second Portal"));
                    });
            assertThat(sendGrid.mails()).hasSize(2).allSatisfy(mail -> {
                assertThat(mail.from().address()).isEqualTo("other@example.gov");
                assertThat(mail.toReceivedMessage().html())
                        .hasValueSatisfying(html -> assertThat(html).contains("Second Portal"));
            });
        }
    }

    private Settings inMemory() {
        return Settings.of(Map.of(
                "tidings.email.adapter",
                "inmemory",
                "tidings.inmemory.mailbox",
                name,
                "tidings.email.from",
                "one@example.gov",
                "tidings.templates.brand.portal-name",
                "First Portal"));
    }

    private static Settings bySendGrid(SendGridSimulator sendGrid) {
        return Settings.of(Map.of(
                "tidings.email.adapter",
                "failover",
                "tidings.failover.order",
                "sendgrid",
                "tidings.sendgrid.base-url",
                sendGrid.baseUrl().toString(),
                "tidings.sendgrid.api-key",
                sendGrid.apiKey(),
                "tidings.email.from",
                "other@example.gov",
                "tidings.templates.brand.portal-name",
                "Second Portal"));
    }
}
