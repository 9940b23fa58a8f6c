package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.email.EmailPort;
import io.tidings.email.MessageId;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.EmailListener;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private final ManualClock clock = new ManualClock();
    private final List<DeliveryEvent> heard = new ArrayList<>();

    @Test
    void theProviderIsFoundByName() {
        assertThat(provider().keys())
                .extracting(SettingKey::name)
                .containsExactly("tidings.inmemory.directory", "tidings.inmemory.mailbox");
    }

    @Test
    void settingsBecomeTheConfiguration() {
        Settings settings =
                Settings.of(Map.of("tidings.inmemory.directory", "outbox", "tidings.inmemory.mailbox", "mine"));

        assertThat(InMemoryConfig.from(settings))
                .isEqualTo(new InMemoryConfig(Optional.of(Path.of("outbox")), Optional.of("mine")));
        assertThat(InMemoryConfig.from(Settings.of(Map.of()))).isEqualTo(InMemoryConfig.defaults());
    }

    @Test
    void everyValueThatCannotBeReadIsReported() {
        Settings settings = Settings.of(Map.of("tidings.inmemory.directory", "nul\0"));

        assertThatThrownBy(() -> InMemoryConfig.from(settings)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void anAdapterMadeFromSettingsSendsToTheMailboxThatTheTestOpened() {
        String name = "configured-" + MessageId.random();
        try (Mailbox mailbox = Mailbox.open(name);
                EmailPort port = provider().create(context(Map.of("tidings.inmemory.mailbox", name)))) {
            port.send(message().build());

            assertThat(mailbox.messages()).singleElement().satisfies(email -> assertThat(email.receivedAt())
                    .isEqualTo(ManualClock.START));
            assertThat(mailbox.adapters()).containsExactly((InMemoryEmailAdapter) port);
        }
    }

    @Test
    void itsEventsGoToTheNotifier() {
        String name = "events-" + MessageId.random();
        try (Mailbox mailbox = Mailbox.open(name);
                EmailPort port = provider().create(context(Map.of("tidings.inmemory.mailbox", name)))) {
            DeliveryEvent event = mailbox.adapters().get(0).events().delivered(MessageId.random());

            assertThat(heard).containsExactly(event);
            assertThat(port.capabilities().limits()).isEmpty();
        }
    }

    @Test
    void aMailboxThatNobodyOpenedIsAnError() {
        assertThatThrownBy(() -> provider().create(context(Map.of("tidings.inmemory.mailbox", "nobody-opened-this"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.inmemory.mailbox")
                .hasMessageNotContaining("nobody-opened-this");
    }

    @Test
    void allProblemsShowAtOnce(@TempDir Path temporary) throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        Map<String, String> settings =
                Map.of("tidings.inmemory.mailbox", "nobody-opened-this", "tidings.inmemory.directory", file.toString());

        assertThatThrownBy(() -> provider().create(context(settings)))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .extracting(ConfigurationProblem::key)
                        .containsExactlyInAnyOrder("tidings.inmemory.mailbox", "tidings.inmemory.directory"));
    }

    private static EmailPortProvider provider() {
        return ServiceLoader.load(EmailPortProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("inmemory"))
                .findFirst()
                .orElseThrow();
    }

    private ProviderContext context(Map<String, String> settings) {
        return new ProviderContext() {
            @Override
            public Settings settings() {
                return Settings.of(settings);
            }

            @Override
            public InstantSource clock() {
                return clock;
            }

            @Override
            public EmailPort adapter(String name) {
                throw new AssertionError("The in-memory adapter uses no other");
            }

            @Override
            public EmailListener listener() {
                return heard::add;
            }
        };
    }
}
