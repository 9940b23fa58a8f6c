package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.email.EmailAddress;
import io.tidings.error.NotifierClosedException;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CdiWiringTest {

    // Page begins. spotless:off
    static class Mail {
        @Produces InMemoryConfig inMemoryConfig() { return InMemoryConfig.defaults(); }
        @Produces FreeMarkerConfig freeMarkerConfig() { return FreeMarkerConfig.defaults(); }
        @Produces @Singleton Notifier notifier(InMemoryEmailAdapter email, FreeMarkerTemplatePort templates) {
            return Notifier.builder().emailPort(email).templatePort(templates)
                    .from(EmailAddress.of("no-reply@portal.example.gov")).build();
        }
        void close(@Disposes Notifier notifier) { notifier.close(); }
    }
    // Page ends. spotless:on

    @Test
    void weldMakesANotifierThatSendsAndClosesIt() {
        Notifier notifier;
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Mail.class, InMemoryEmailAdapter.class, FreeMarkerTemplatePort.class)
                .initialize()) {
            notifier = container.select(Notifier.class).get();
            Wired.assertSends(notifier);
        }

        assertThatThrownBy(() -> Wired.send(notifier)).isInstanceOf(NotifierClosedException.class);
    }

    @Test
    void thePageShowsThisProducer() throws IOException {
        Wired.assertShown("Cdi");
    }
}
