package io.tidings.adapter.inmemory.junit;

import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.email.MessageId;
import io.tidings.spi.Settings;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one test was given. JUnit closes it with the store of the test. */
final class TestMailbox implements AutoCloseable {

    private final String name = "test-" + MessageId.random();
    private final Mailbox mailbox = Mailbox.open(name);
    private @Nullable InMemoryEmailAdapter adapter;

    Mailbox mailbox() {
        return mailbox;
    }

    Settings settings() {
        return Settings.of(
                Map.of("tidings.email.adapter", InMemoryEmailAdapter.NAME, "tidings.inmemory.mailbox", name));
    }

    /** Made only if asked for, so that a test of settings finds only its own adapter in the mailbox. */
    synchronized InMemoryEmailAdapter adapter() {
        if (adapter == null) {
            adapter = new InMemoryEmailAdapter(new InMemoryConfig(Optional.empty(), Optional.of(name)));
        }
        return adapter;
    }

    @Override
    public synchronized void close() {
        try (mailbox) {
            if (adapter != null) {
                adapter.close();
            }
        }
    }
}
