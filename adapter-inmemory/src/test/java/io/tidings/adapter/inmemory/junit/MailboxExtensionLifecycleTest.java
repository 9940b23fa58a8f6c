package io.tidings.adapter.inmemory.junit;

import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.email.FailureReason;
import io.tidings.spi.Settings;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MailboxExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class MailboxExtensionLifecycleTest {

    private final Queue<InMemoryEmailAdapter> adapters = new ConcurrentLinkedQueue<>();
    private final Queue<Mailbox> mailboxes = new ConcurrentLinkedQueue<>();

    @Test
    void anAdapterIsOpenDuringItsTest(InMemoryEmailAdapter adapter) {
        adapters.add(adapter);
        adapter.send(message().build());

        assertThat(adapter.mailbox().size()).isEqualTo(1);
    }

    @Test
    void aMailboxIsOpenDuringItsTest(Mailbox mailbox) {
        mailboxes.add(mailbox);
        InMemoryEmailAdapter.of(mailbox, InstantSource.system()).send(message().build());

        assertThat(mailbox.size()).isEqualTo(1);
    }

    @Test
    void settingsAloneDoNotMakeAnAdapter(Settings settings, Mailbox mailbox) {
        mailboxes.add(mailbox);

        assertThat(mailbox.adapters()).isEmpty();
        assertThat(settings.toString()).doesNotContain("test-");
    }

    @AfterAll
    void afterItsTestEachIsClosed() {
        assertThat(adapters).allSatisfy(adapter -> assertThatThrownBy(
                        () -> adapter.send(message().build()))
                .isInstanceOf(IllegalStateException.class));
        assertThat(mailboxes).allSatisfy(mailbox -> assertThat(InMemoryEmailAdapter.of(mailbox, InstantSource.system())
                        .send(message().build())
                        .problem())
                .hasValueSatisfying(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CONNECT_FAILED)));
    }
}
