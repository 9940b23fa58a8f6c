package io.tidings.adapter.sendgrid;

import io.tidings.email.EmailPort;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import java.util.List;

/** Makes the adapter for {@code tidings.email.adapter=sendgrid}. Found by {@link java.util.ServiceLoader}. */
public final class SendGridEmailAdapterProvider implements EmailPortProvider {

    @Override
    public String name() {
        return SendGridEmailAdapter.NAME;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return SendGridKeys.all();
    }

    @Override
    public EmailPort create(ProviderContext context) {
        return SendGridEmailAdapter.of(SendGridConfig.from(context.settings()), context.clock());
    }
}
