package io.tidings.adapter.inmemory.junit;

import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@InMemoryMailbox
class MailboxExtensionTest {

    private final Mailbox ofTheConstructor;

    MailboxExtensionTest(Mailbox mailbox) {
        ofTheConstructor = mailbox;
    }

    @BeforeEach
    void sendBeforeEachTest(InMemoryEmailAdapter adapter) {
        adapter.send(message().build());
    }

    @RepeatedTest(8)
    void eachTestHasAMailboxOfItsOwn(Mailbox mailbox, InMemoryEmailAdapter adapter) {
        assertThat(mailbox).isSameAs(ofTheConstructor).isSameAs(adapter.mailbox());
        assertThat(mailbox.size()).isEqualTo(1);

        adapter.send(message().build());

        assertThat(mailbox.size()).isEqualTo(2);
    }

    @Test
    void theSettingsChooseThisMailbox(Settings settings, Mailbox mailbox) {
        assertThat(settings.get(SettingKey.text("tidings.email.adapter", ""))).isEqualTo("inmemory");
        try (InMemoryEmailAdapter configured = new InMemoryEmailAdapter(InMemoryConfig.from(settings))) {
            assertThat(configured.mailbox()).isSameAs(mailbox);
            assertThat(mailbox.adapters()).hasSize(2).contains(configured);
        }
    }
}
