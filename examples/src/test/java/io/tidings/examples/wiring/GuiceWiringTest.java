package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailPort;
import io.tidings.template.TemplatePort;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GuiceWiringTest {

    // Page begins. spotless:off
    static final class Mail extends AbstractModule {
        @Override protected void configure() {
            bind(InMemoryConfig.class).toInstance(InMemoryConfig.defaults());
            bind(FreeMarkerConfig.class).toInstance(FreeMarkerConfig.defaults());
            bind(EmailPort.class).to(InMemoryEmailAdapter.class).in(Singleton.class);
            bind(TemplatePort.class).to(FreeMarkerTemplatePort.class).in(Singleton.class);
        }
        @Provides @Singleton Notifier notifier(EmailPort email, TemplatePort templates) {
            return Notifier.builder().emailPort(email).templatePort(templates)
                    .from(EmailAddress.of("no-reply@portal.example.gov")).build();
        }
    }
    // Page ends. spotless:on

    @Test
    void guiceMakesANotifierThatSends() {
        Injector injector = Guice.createInjector(new Mail());
        try (Notifier notifier = injector.getInstance(Notifier.class)) {
            assertThat(injector.getInstance(Notifier.class)).isSameAs(notifier);
            Wired.assertSends(notifier, (InMemoryEmailAdapter) injector.getInstance(EmailPort.class));
        }
    }

    @Test
    void thePageShowsThisModule() throws IOException {
        Wired.assertShown("Guice");
    }
}
