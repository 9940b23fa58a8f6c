package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import io.tidings.NotificationListener;
import io.tidings.Notifier;
import io.tidings.adapter.sendgrid.SendGridConfig;
import io.tidings.adapter.sendgrid.SendGridEmailAdapter;
import io.tidings.email.EmailAddress;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a container has made has ended when it is closed, and so have the container's own threads. */
class ContainerThreadsTest {

    @Test
    void guiceLeavesNone() throws Exception {
        assertNoneIsLeft((config, threads) -> {
            try (Notifier notifier = Guice.createInjector(new ByGuice(config)).getInstance(Notifier.class)) {
                assertSends(notifier, threads);
            }
        });
    }

    @Test
    void springLeavesNone() throws Exception {
        assertNoneIsLeft((config, threads) -> {
            try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
                context.registerBean(SendGridConfig.class, () -> config);
                context.registerBean(FreeMarkerConfig.class, FreeMarkerConfig::defaults);
                context.register(SendGridEmailAdapter.class, FreeMarkerTemplatePort.class);
                context.registerBean(
                        Notifier.class,
                        () -> notifier(
                                context.getBean(SendGridEmailAdapter.class),
                                context.getBean(FreeMarkerTemplatePort.class)));
                context.refresh();
                assertSends(context.getBean(Notifier.class), threads);
            }
        });
    }

    @Test
    void weldLeavesNone() throws Exception {
        assertNoneIsLeft((config, threads) -> {
            try (SeContainer container = SeContainerInitializer.newInstance()
                    .disableDiscovery()
                    .addExtensions(new Given(config))
                    .addBeanClasses(ByCdi.class, SendGridEmailAdapter.class, FreeMarkerTemplatePort.class)
                    .initialize()) {
                assertSends(container.select(Notifier.class).get(), threads);
            }
        });
    }

    private static void assertNoneIsLeft(Container container) throws Exception {
        try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
            SendGridConfig config = SendGridConfig.of(sendGrid.apiKey()).withBaseUrl(sendGrid.baseUrl());
            Threads.assertNoneIsLeftBy(threads -> container.run(config, threads));
        }
    }

    private static void assertSends(Notifier notifier, Threads threads) {
        Wired.assertSends(notifier);
        assertThat(threads.names()).contains("tidings-listener", "tidings-sendgrid-watchdog");
    }

    private static Notifier notifier(SendGridEmailAdapter email, FreeMarkerTemplatePort templates) {
        return Notifier.builder()
                .emailPort(email)
                .templatePort(templates)
                .from(EmailAddress.of("no-reply@portal.example.gov"))
                .listener(new NotificationListener() {})
                .build();
    }

    /** Has a notifier made and lets it send. */
    private interface Container {
        void run(SendGridConfig config, Threads threads);
    }

    private static final class ByGuice extends AbstractModule {

        private final SendGridConfig config;

        ByGuice(SendGridConfig config) {
            this.config = config;
        }

        @Override
        protected void configure() {
            bind(SendGridConfig.class).toInstance(config);
            bind(FreeMarkerConfig.class).toInstance(FreeMarkerConfig.defaults());
        }

        @Provides
        Notifier notifier(SendGridEmailAdapter email, FreeMarkerTemplatePort templates) {
            return ContainerThreadsTest.notifier(email, templates);
        }
    }

    static class ByCdi {

        @Produces
        FreeMarkerConfig freeMarkerConfig() {
            return FreeMarkerConfig.defaults();
        }

        @Produces
        @Singleton
        Notifier notifier(SendGridEmailAdapter email, FreeMarkerTemplatePort templates) {
            return ContainerThreadsTest.notifier(email, templates);
        }

        void close(@Disposes Notifier notifier) {
            notifier.close();
        }
    }

    /** What only the test knows, for CDI. */
    static class Given implements Extension {

        private final SendGridConfig config;

        Given(SendGridConfig config) {
            this.config = config;
        }

        void add(@Observes AfterBeanDiscovery event) {
            event.addBean().addType(SendGridConfig.class).createWith(context -> config);
        }
    }
}
