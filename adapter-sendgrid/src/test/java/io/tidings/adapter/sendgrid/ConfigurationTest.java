package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.sendgrid.SendGridConfig.Region;
import io.tidings.adapter.sendgrid.SendGridConfig.TimeLimits;
import io.tidings.adapter.sendgrid.SendGridConfig.Tracking;
import io.tidings.email.Accepted;
import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.EmailListener;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.testkit.Messages;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final String CANARY = "canary-7f3";

    private static EmailPortProvider provider() {
        return ServiceLoader.load(EmailPortProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("sendgrid"))
                .findFirst()
                .orElseThrow();
    }

    private static SendGridConfig from(String... keysAndValues) {
        Map<String, String> values = new HashMap<>(Map.of("tidings.sendgrid.api-key", "SG.key"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put("tidings.sendgrid." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return SendGridConfig.from(Settings.of(values));
    }

    @Test
    void everyKeyIsUnderItsNameAndExplainsItself() {
        assertThat(provider().keys()).hasSize(17).allSatisfy(key -> {
            assertThat(key.name()).startsWith("tidings.sendgrid.");
            assertThat(key.description()).endsWith(".");
        });
        assertThat(provider().keys()).filteredOn(SettingKey::isRequired).containsExactly(SendGridKeys.API_KEY);
    }

    @Test
    void theDefaultsOfSettingsAreThoseOfTheConfiguration() {
        assertThat(from()).isEqualTo(SendGridConfig.of("SG.key"));
        assertThat(from().baseUrl()).isEqualTo(URI.create("https://api.sendgrid.com"));
        assertThat(from().maxConnections()).isEqualTo(16);
        assertThat(from().timeLimits())
                .isEqualTo(new TimeLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(180)));
    }

    @Test
    void everySettingHasItsPlace() {
        SendGridConfig config = from(
                "base-url", "http://localhost:8080/path",
                "proxy", "http://localhost:3128",
                "subuser", "reports",
                "max-connections", "64",
                "sandbox", "true",
                "open-tracking", "true",
                "click-tracking", "false",
                "connect-timeout", "1s",
                "read-timeout", "2s",
                "claim-timeout", "3s",
                "request-timeout", "4s");

        assertThat(config)
                .isEqualTo(new SendGridConfig(
                        new Secret("SG.key"),
                        URI.create("http://localhost:8080/path"),
                        Optional.of(URI.create("http://localhost:3128")),
                        Optional.of("reports"),
                        64,
                        true,
                        new Tracking(true, false),
                        new TimeLimits(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4))));
        assertThat(SendGridConfig.of("SG.key")
                        .withBaseUrl(config.baseUrl())
                        .withProxy(URI.create("http://localhost:3128"))
                        .withSubuser("reports")
                        .withMaxConnections(64)
                        .withSandbox(true)
                        .withTracking(config.tracking())
                        .withTimeLimits(config.timeLimits()))
                .isEqualTo(config);
    }

    @ParameterizedTest
    @CsvSource({"global, https://api.sendgrid.com", "eu, https://api.eu.sendgrid.com", "EU, https://api.eu.sendgrid.com"
    })
    void theRegionDecidesTheServer(String region, URI server) {
        assertThat(from("region", region).baseUrl()).isEqualTo(server);
        assertThat(Region.EU.baseUrl()).isEqualTo(URI.create("https://api.eu.sendgrid.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example",
                "https://api.example:8443/v",
                "http://localhost:1",
                "http://127.0.0.1:1",
                "http://127.1.2.3",
                "http://[::1]:1"
            })
    void aServerIsSecureOrThisMachine(String url) {
        assertThat(from("base-url", url).baseUrl()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.sendgrid.com",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://1270.0.0.1",
                "http://0.0.0.0",
                "ftp://127.0.0.1",
                "https://user:canary-7f3@api.example",
                "https://api.example/?canary-7f3",
                "https://api.example/#canary-7f3",
                "https:///canary-7f3",
                "canary-7f3",
                "https://api example",
                "https://api.example:0",
                "https://api.example:65536"
            })
    void anyOtherServerIsAnErrorThatDoesNotShowIt(String url) {
        assertThatThrownBy(() -> from("base-url", url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.sendgrid.base-url")
                .hasMessageContaining("https")
                .hasMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy.example:1",
                "http://proxy.example",
                "http://u:canary-7f3@proxy.example:1",
                "http://proxy.example:1/canary-7f3",
                "http://proxy.example:0",
                "http://proxy.example:99999",
                "canary-7f3"
            })
    void aProxyThatIsNoneIsAnError(String proxy) {
        assertThatThrownBy(() -> from("proxy", proxy))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("http://host:port")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void withoutTlsNoProxyElsewhereGetsToSeeTheKey() {
        String server = "http://127.0.0.1:1";

        assertThatThrownBy(() -> from("base-url", server, "proxy", "http://proxy.example:3128"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.sendgrid.proxy");
        assertThatThrownBy(() -> SendGridConfig.of("SG.key")
                        .withBaseUrl(URI.create(server))
                        .withProxy(URI.create("http://proxy.example:3128")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(from("base-url", server, "proxy", "http://localhost:3128").proxy())
                .contains(URI.create("http://localhost:3128"));
    }

    @Test
    void allProblemsShowAtOnceAndNoSecret() {
        Map<String, String> settings = Map.of(
                "tidings.sendgrid.api-key",
                CANARY + " " + CANARY,
                "tidings.sendgrid.region",
                "mars",
                "tidings.sendgrid.base-url",
                "http://" + CANARY,
                "tidings.sendgrid.proxy",
                CANARY,
                "tidings.sendgrid.subuser",
                CANARY + "\u0001",
                "tidings.sendgrid.max-connections",
                "0",
                "tidings.sendgrid.sandbox",
                "perhaps",
                "tidings.sendgrid.read-timeout",
                "0s");

        assertThatThrownBy(() -> SendGridConfig.from(Settings.of(settings)))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .extracting(ConfigurationProblem::key)
                        .containsExactlyInAnyOrderElementsOf(settings.keySet()))
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void whatDoesNotGoTogetherShowsBesideWhatIsWrongAlone() {
        assertThatThrownBy(() -> from(
                        "region",
                        "eu",
                        "base-url",
                        "http://localhost:1",
                        "proxy",
                        "http://a.example:1",
                        "sandbox",
                        "?"))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .extracting(ConfigurationProblem::key)
                        .containsExactlyInAnyOrder(
                                "tidings.sendgrid.sandbox", "tidings.sendgrid.base-url", "tidings.sendgrid.proxy"));
    }

    @Test
    void aKeyMustBeGiven() {
        assertThatThrownBy(() -> SendGridConfig.from(Settings.of(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TIDINGS_SENDGRID_API_KEY");
    }

    @Test
    void regionAndServerTogetherAreAmbiguous() {
        assertThatThrownBy(() -> from("region", "eu", "base-url", "https://api.example"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.sendgrid.region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "SG.x\r\nX-Evil: 1", "schlüssel"})
    void aKeyThatCannotStandInAHeaderIsRefused(String key) {
        assertThatThrownBy(() -> SendGridConfig.of(key)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void limitsOfTimeAreFinite() {
        Duration day = Duration.ofDays(1);

        assertThatThrownBy(() -> new TimeLimits(day, day, day, day)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void nothingSecretIsShown() {
        SendGridConfig config = SendGridConfig.of(CANARY).withSubuser(CANARY);

        assertThat(config.toString()).doesNotContain(CANARY).contains("api.sendgrid.com");
    }

    @Test
    void anAdapterMadeFromSettingsSendsWithTheNotifiersClock() {
        try (SendGridSimulator simulator = SendGridSimulator.start();
                EmailPort port = provider()
                        .create(context(Map.of(
                                "tidings.sendgrid.api-key", simulator.apiKey(),
                                "tidings.sendgrid.subuser", "reports",
                                "tidings.sendgrid.base-url", simulator.baseUrl().toString())))) {
            assertThat(port.send(Messages.simple())).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(
                            accepted.attempts().get(0).start())
                    .isEqualTo(Instant.EPOCH));
            assertThat(simulator.requests().get(0).head().headers())
                    .containsEntry("on-behalf-of", "reports")
                    .containsEntry("authorization", "Bearer " + simulator.apiKey())
                    .containsEntry("content-type", "application/json");
        }
    }

    private static ProviderContext context(Map<String, String> settings) {
        return new ProviderContext() {
            @Override
            public Settings settings() {
                return Settings.of(settings);
            }

            @Override
            public InstantSource clock() {
                return InstantSource.fixed(Instant.EPOCH);
            }

            @Override
            public EmailPort adapter(String name) {
                throw new AssertionError("The SendGrid adapter uses no other");
            }

            @Override
            public EmailListener listener() {
                return event -> {};
            }
        };
    }
}
