package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidings.adapter.smtplegacy.options.Annotations;
import io.tidings.adapter.smtplegacy.options.Dsn;
import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.email.Feature;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final String CANARY = "canary-secret";

    @Test
    void aHostIsEnough() {
        SmtpLegacyConfig config = read(Map.of("host", "relay.example.gov"));

        assertThat(config.relays()).containsExactly(new Relay("relay.example.gov", 587));
        assertThat(config.tls()).isEqualTo(TlsMode.REQUIRED);
        assertThat(config.login()).isEmpty();
        assertThat(config.pool()).isEqualTo(PoolLimits.defaults());
        assertThat(config.times()).isEqualTo(TimeLimits.defaults());
        assertThat(config.times().connect()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.times().finalReply()).isEqualTo(Duration.ofSeconds(120));
        assertThat(config.pool().maxConnections()).isEqualTo(8);
        assertThat(config.envelope().dsn()).isEqualTo(Dsn.FAILURE);
    }

    @ParameterizedTest
    @CsvSource({"required,587", "implicit,465"})
    void thePortFollowsFromTheWayToSecureIt(String tls, int port) {
        assertThat(read(Map.of("host", "relay.example.gov", "tls", tls)).relays())
                .extracting(Relay::port)
                .containsExactly(port);
    }

    @Test
    void relaysStandInTheirOrderEachWithAPortOfItsOwn() {
        SmtpLegacyConfig config = read(
                Map.of("host", "one.example.gov, two.example.gov:2525, [2001:db8::1]:26, 192.0.2.1", "port", "25"));

        assertThat(config.relays())
                .extracting(Relay::toString)
                .containsExactly("one.example.gov:25", "two.example.gov:2525", "[2001:db8::1]:26", "192.0.2.1:25");
    }

    @Test
    void everyKeyIsRead(@TempDir Path directory) throws Exception {
        Path ca = Files.writeString(directory.resolve("ca.pem"), Certificates.authority());
        SmtpLegacyConfig config = read(Map.ofEntries(
                Map.entry("host", "relay.example.gov"),
                Map.entry("ca-file", ca.toString()),
                Map.entry("username", "user"),
                Map.entry("password", CANARY),
                Map.entry("ehlo-name", "portal.example.gov"),
                Map.entry("envelope-from", "bounces@example.gov"),
                Map.entry("verp", "true"),
                Map.entry("dsn", "always"),
                Map.entry("international-mailboxes", "false"),
                Map.entry("annotations", "omit"),
                Map.entry("max-connections", "3"),
                Map.entry("idle-timeout", "1s"),
                Map.entry("max-age", "2s"),
                Map.entry("max-messages", "4"),
                Map.entry("check-after", "3s"),
                Map.entry("connect-timeout", "4s"),
                Map.entry("read-timeout", "5s"),
                Map.entry("write-timeout", "6s"),
                Map.entry("final-timeout", "7s"),
                Map.entry("claim-timeout", "8s"),
                Map.entry("send-timeout", "9s")));

        assertThat(config.ca()).contains(Certificates.authority().strip());
        assertThat(config.login().orElseThrow().username()).isEqualTo("user");
        assertThat(config.login().orElseThrow().password().reveal()).isEqualTo(CANARY);
        assertThat(config.ehloName()).contains("portal.example.gov");
        assertThat(config.envelope().verp()).isTrue();
        assertThat(config.envelope().dsn()).isEqualTo(Dsn.ALWAYS);
        assertThat(config.envelope().smtpUtf8()).isFalse();
        assertThat(config.envelope().annotations()).isEqualTo(Annotations.OMIT);
        assertThat(config.pool())
                .isEqualTo(new PoolLimits(3, Duration.ofSeconds(1), Duration.ofSeconds(2), 4, Duration.ofSeconds(3)));
        assertThat(config.times())
                .isEqualTo(new TimeLimits(
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(9)));
        assertThat(config.toString()).doesNotContain(CANARY);
        try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(config)) {
            assertThat(adapter.capabilities().features()).doesNotContain(Feature.NON_ASCII_LOCAL_PARTS);
        }
    }

    @Test
    void everyMistakeIsNamedAtOnceAndNoValueIsShown() {
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class,
                () -> read(Map.of(
                        "host", CANARY + "!", "port", "0", "tls", CANARY, "verp", CANARY, "envelope-from", CANARY)));

        assertThat(keys(e)).containsExactlyInAnyOrder("host", "port", "tls", "verp", "envelope-from");
        assertThat(e).hasMessageNotContaining(CANARY);
    }

    @Test
    void whatDoesNotFitTogetherIsNamedBesideWhatIsWrong() {
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class,
                () -> read(Map.ofEntries(
                        Map.entry("host", "relay.example.gov"),
                        Map.entry("tls", "none"),
                        Map.entry("username", CANARY),
                        Map.entry("verp", "true"),
                        Map.entry("final-timeout", "10m"),
                        Map.entry("max-age", CANARY),
                        Map.entry("ca", CANARY),
                        Map.entry("ehlo-name", CANARY + "!"),
                        Map.entry("dkim.domain", CANARY))));

        assertThat(keys(e))
                .containsExactlyInAnyOrder(
                        "tls",
                        "password",
                        "envelope-from",
                        "final-timeout",
                        "max-age",
                        "ca",
                        "ehlo-name",
                        "dkim.domain");
        assertThat(e).hasMessageNotContaining(CANARY);
    }

    /** The send would end while the relay still looks through the message, which then might be sent twice. */
    @ParameterizedTest
    @CsvSource({"181s, 180s", "10m, 5m"})
    void theReplyToAMessageMustFitIntoTheSend(String reply, String send) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> read(Map.of("host", "relay.example.gov", "final-timeout", reply, "send-timeout", send)))
                .withMessageContaining("tidings.smtp-legacy.final-timeout")
                .withMessageContaining("must not be longer than tidings.smtp-legacy.send-timeout");
    }

    @Test
    void whatDoesNotFitTogetherIsNamed() {
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class,
                () -> read(Map.of("host", "relay.example.gov", "tls", "none", "password", CANARY, "verp", "true")));

        assertThat(keys(e)).containsExactlyInAnyOrder("tls", "username", "envelope-from");
        assertThat(e).hasMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----"})
    void whatIsNoCertificateIsNamed(String ca) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of("host", "relay.example.gov", "ca", ca)))
                .withMessageContaining("tidings.smtp-legacy.ca")
                .withMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay.example.gov", "192.0.2.1", "localhost.example.gov", "::2", "127.0.0.1.example.gov"})
    void thereIsNoWayWithoutTlsToAnotherMachine(String host) {
        Relay relay = new Relay(host, 25);

        assertThatThrownBy(() -> SmtpLegacyConfig.of(relay.toString()).withTls(TlsMode.NONE))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nb", "a..b", "-a.example", "host:70000", "host:0", "[::1", "x:y:z", "a/b"})
    void whatIsNoHostIsRefused(String host) {
        assertThatThrownBy(() -> Relay.parse(host)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aLongEnvelopeSenderLeavesNoRoomForVerp() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of(
                        "host", "relay.example.gov", "verp", "true", "envelope-from", "b".repeat(38) + "@example.gov")))
                .withMessageContaining("37 octets");
    }

    @Test
    void theProviderMakesAnAdapterForLoopback() {
        try (RelayServer relay = RelayServer.builder().start()) {
            Map<String, String> settings = Map.of("host", "127.0.0.1", "port", "" + relay.port(), "tls", "none");

            assertThat(read(settings).relays()).containsExactly(new Relay("127.0.0.1", relay.port()));
            assertThat(new SmtpLegacyEmailAdapterProvider().name()).isEqualTo("smtp-legacy");
            assertThat(new SmtpLegacyEmailAdapterProvider().keys())
                    .allMatch(key -> key.name().startsWith("tidings.smtp-legacy."));
        }
    }

    private static List<String> keys(ConfigurationException e) {
        return e.problems().stream()
                .map(ConfigurationProblem::key)
                .map(key -> key.substring("tidings.smtp-legacy.".length()))
                .toList();
    }

    private static SmtpLegacyConfig read(Map<String, String> values) {
        Map<String, String> settings = new HashMap<>();
        values.forEach((name, value) -> settings.put("tidings.smtp-legacy." + name, value));
        return SmtpLegacyConfig.from(Settings.of(settings));
    }
}
