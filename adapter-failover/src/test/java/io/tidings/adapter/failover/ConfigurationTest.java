package io.tidings.adapter.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.EmailListener;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private final SimulatedTime time = new SimulatedTime();
    private final ScriptedPort first = new ScriptedPort("first", time);
    private final ScriptedPort second = new ScriptedPort("second", time);
    private int made;

    @Test
    void theProviderIsFoundByName() {
        assertThat(provider().keys())
                .extracting(SettingKey::name)
                .containsExactly(
                        "tidings.failover.order",
                        "tidings.failover.attempts",
                        "tidings.failover.max-wait",
                        "tidings.failover.on-unconfirmed");
    }

    @Test
    void theOrderAloneIsEnough() {
        FailoverConfig config = FailoverConfig.of(first, second);

        assertThat(provider().create(context(Map.of("tidings.failover.order", "first, second"))))
                .hasToString("FailoverEmailAdapter[first, second]");
        assertThat(config.attempts()).isEqualTo(3);
        assertThat(config.maxWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.onUnconfirmed()).isEqualTo(OnUnconfirmed.HOLD);
    }

    @Test
    void settingsCount() {
        first.always(ScriptedPort.Answer.loseAnswer());
        EmailPort port = provider()
                .create(context(
                        Map.of("tidings.failover.order", "first,second", "tidings.failover.on-unconfirmed", "resend")));

        port.send(Bench.message().build());

        assertThat(second.copies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first,first", "a,b,c,d,e,f,g,h,i,j,k"})
    void anOrderThatMakesNoSenseIsRefused(String order) {
        assertProblems(order, "tidings.failover.order");
    }

    @Test
    void everyProblemOfEveryAdapterIsReportedAndWhatWasMadeIsClosed() {
        assertProblems("first,lost,second,gone", "lost", "gone");
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
    }

    @Test
    void anAdapterThatCannotBeClosedDoesNotHideTheMistake() {
        first.failsToClose();
        assertThatThrownBy(() -> provider().create(context(Map.of("tidings.failover.order", "first,second,lost"))))
                .isInstanceOf(ConfigurationException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(second.isClosed()).isTrue();
    }

    @Test
    void adaptersThatDoNotGoTogetherAreClosed() {
        assertThatThrownBy(() -> provider().create(context(Map.of("tidings.failover.order", "first,first-again"))))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(first.isClosed()).isTrue();
    }

    @Test
    void aNameThatLeadsNowhereIsAProblemOfTheOrder() {
        assertThatThrownBy(() -> provider().create(context(Map.of("tidings.failover.order", "first,failover"))))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .containsExactly(new ConfigurationProblem("tidings.failover.order", "entry 2 is of no use")));
    }

    @Test
    void nothingIsLeftOpenIfAnotherSettingIsWrong() {
        assertThatThrownBy(() -> provider()
                        .create(context(
                                Map.of("tidings.failover.order", "first", "tidings.failover.attempts", "none"))))
                .isInstanceOf(ConfigurationException.class);
        assertThat(made).isZero();
    }

    private void assertProblems(String order, String... keys) {
        assertThatThrownBy(() -> provider().create(context(Map.of("tidings.failover.order", order))))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .extracting(ConfigurationProblem::key)
                        .containsExactly(keys));
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        List<EmailPort> ports = List.of(first);
        Duration second = Duration.ofSeconds(1);
        assertRefused("adapters", List.of(), 1, second);
        assertRefused("adapters", List.of(first, first), 1, second);
        assertRefused("attempts", ports, 0, second);
        assertRefused("attempts", ports, 21, second);
        assertRefused("maxWait", ports, 1, Duration.ofNanos(-1));
        assertRefused("maxWait", ports, 1, Duration.ofHours(1).plusNanos(1));
    }

    private static void assertRefused(String field, List<EmailPort> ports, int attempts, Duration maxWait) {
        assertThatThrownBy(() -> new FailoverConfig(ports, attempts, maxWait, OnUnconfirmed.HOLD))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(field);
    }

    private static EmailPortProvider provider() {
        return ServiceLoader.load(EmailPortProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("failover"))
                .findFirst()
                .orElseThrow();
    }

    private ProviderContext context(Map<String, String> values) {
        Settings settings = Settings.of(new HashMap<>(values));
        return new ProviderContext() {
            @Override
            public Settings settings() {
                return settings;
            }

            @Override
            public InstantSource clock() {
                return time;
            }

            @Override
            public EmailPort adapter(String name) {
                made++;
                return switch (name) {
                    case "failover" ->
                        throw new ConfigurationException(
                                List.of(new ConfigurationProblem("tidings.failover", "is of no use")));
                    case "first", "first-again" -> first;
                    case "second" -> second;
                    default ->
                        throw new ConfigurationException(List.of(new ConfigurationProblem(name, "is not there")));
                };
            }

            @Override
            public EmailListener listener() {
                return event -> {};
            }
        };
    }
}
