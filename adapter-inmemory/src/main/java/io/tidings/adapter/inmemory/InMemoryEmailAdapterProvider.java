package io.tidings.adapter.inmemory;

import io.tidings.email.EmailPort;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import java.util.List;

/** Makes the adapter for {@code tidings.email.adapter=inmemory}. Found by {@link java.util.ServiceLoader}. */
public final class InMemoryEmailAdapterProvider implements EmailPortProvider {

    @Override
    public String name() {
        return InMemoryEmailAdapter.NAME;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(InMemoryConfig.DIRECTORY, InMemoryConfig.MAILBOX);
    }

    @Override
    public EmailPort create(ProviderContext context) {
        return InMemoryEmailAdapter.builder()
                .config(InMemoryConfig.from(context.settings()))
                .clock(context.clock())
                .onEvent(context.listener())
                .build();
    }
}
