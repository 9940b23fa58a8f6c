package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailPort;
import io.tidings.error.NotifierClosedException;
import io.tidings.template.TemplatePort;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class SpringWiringTest {

    // Page begins. spotless:off
    @Configuration
    @Import({InMemoryEmailAdapter.class, FreeMarkerTemplatePort.class})
    static class Mail {
        @Bean InMemoryConfig inMemoryConfig() { return InMemoryConfig.defaults(); }
        @Bean FreeMarkerConfig freeMarkerConfig() { return FreeMarkerConfig.defaults(); }
        @Bean Notifier notifier(EmailPort email, TemplatePort templates) {
            return Notifier.builder().emailPort(email).templatePort(templates)
                    .from(EmailAddress.of("no-reply@portal.example.gov")).build();
        }
    }
    // Page ends. spotless:on

    @Test
    void springMakesANotifierThatSendsAndClosesIt() {
        Notifier notifier;
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Mail.class)) {
            notifier = context.getBean(Notifier.class);
            Wired.assertSends(notifier, context.getBean(InMemoryEmailAdapter.class));
        }

        assertThatThrownBy(() -> Wired.send(notifier)).isInstanceOf(NotifierClosedException.class);
        assertThat(notifier.unconfirmed()).isEmpty();
    }

    @Test
    void thePageShowsThisConfiguration() throws IOException {
        Wired.assertShown("Spring");
    }
}
