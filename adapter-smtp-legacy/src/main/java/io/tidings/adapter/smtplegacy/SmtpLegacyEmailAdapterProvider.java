package io.tidings.adapter.smtplegacy;

import io.tidings.email.EmailPort;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import java.util.List;

/** Makes the adapter for {@code tidings.email.adapter=smtp-legacy}. Found by {@link java.util.ServiceLoader}. */
public final class SmtpLegacyEmailAdapterProvider implements EmailPortProvider {

    @Override
    public String name() {
        return SmtpLegacyEmailAdapter.NAME;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return SmtpLegacyKeys.ALL;
    }

    @Override
    public EmailPort create(ProviderContext context) {
        return new SmtpLegacyEmailAdapter(SmtpLegacyConfig.from(context.settings()), context.clock());
    }
}
