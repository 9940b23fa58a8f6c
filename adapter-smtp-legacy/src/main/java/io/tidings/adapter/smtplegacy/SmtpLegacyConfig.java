package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.dkim.DkimOptions;
import io.tidings.adapter.smtplegacy.options.EnvelopeOptions;
import io.tidings.adapter.smtplegacy.options.Login;
import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.tls.TlsClient;
import io.tidings.error.ConfigurationException;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Settings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration of the SMTP adapter. Begins with {@link #of}, which has defaults for everything but the relay.
 *
 * @param relays one or more, tried in this order; one that has just failed comes last for half a minute
 * @param tls how the connections are secured
 * @param ca certificates in PEM of the only authorities to trust; those of the JDK if empty
 * @param login user name and password; none if empty
 * @param ehloName the name by which we introduce ourselves; the address of the connection if empty
 * @param envelope what the envelope says beyond the recipients
 * @param dkim who signs messages, and with which keys; nobody if empty
 * @param pool how many connections there are and how long each is used
 * @param times how long each step may take
 */
public record SmtpLegacyConfig(
        List<Relay> relays,
        TlsMode tls,
        Optional<String> ca,
        Optional<Login> login,
        Optional<String> ehloName,
        EnvelopeOptions envelope,
        Optional<DkimOptions> dkim,
        PoolLimits pool,
        TimeLimits times) {

    private static final Pattern EHLO_NAME = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

    /** @throws InvalidArgumentException if something is not possible, or the parts do not fit together */
    public SmtpLegacyConfig {
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(envelope, "envelope");
        Objects.requireNonNull(dkim, "dkim");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(login, "login");
        int defaultPort = tls.defaultPort();
        relays =
                relays.stream().map(relay -> relay.withDefaultPort(defaultPort)).toList();
        if (relays.isEmpty()) {
            throw new InvalidArgumentException("host", "must name at least one relay");
        }
        if (tls == TlsMode.NONE && !relays.stream().allMatch(Relay::isLoopback)) {
            throw new InvalidArgumentException(
                    "tls", "must not be none but for localhost, 127.0.0.1 or ::1; use required or implicit");
        }
        ehloName.ifPresent(SmtpLegacyConfig::requireEhloName);
        ca.ifPresent(SmtpLegacyConfig::requireCa);
    }

    static String requireEhloName(String name) {
        if (!EHLO_NAME.matcher(name).matches()) {
            throw new InvalidArgumentException("ehlo-name", "must be a host name or an address in square brackets");
        }
        return name;
    }

    static String requireCa(String pem) {
        TlsClient.trusting(Optional.of(pem));
        return pem;
    }

    /**
     * STARTTLS on port 587, the JDK's authorities, no login. A host may have a port: {@code relay.example.gov:2525}.
     */
    public static SmtpLegacyConfig of(String... hosts) {
        return new SmtpLegacyConfig(
                Stream.of(hosts).map(Relay::parse).toList(),
                TlsMode.REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EnvelopeOptions.defaults(),
                Optional.empty(),
                PoolLimits.defaults(),
                TimeLimits.defaults());
    }

    /**
     * What the settings say under {@code tidings.smtp-legacy}.
     *
     * @throws ConfigurationException with every problem
     */
    public static SmtpLegacyConfig from(Settings settings) {
        return SmtpLegacyKeys.read(settings);
    }

    /** This one, secured in another way. */
    public SmtpLegacyConfig withTls(TlsMode mode) {
        return new SmtpLegacyConfig(relays, mode, ca, login, ehloName, envelope, dkim, pool, times);
    }

    /** This one, trusting only these authorities. */
    public SmtpLegacyConfig withCa(String pem) {
        return new SmtpLegacyConfig(relays, tls, Optional.of(pem), login, ehloName, envelope, dkim, pool, times);
    }

    /** This one with a user name and password. */
    public SmtpLegacyConfig withLogin(Login who) {
        return new SmtpLegacyConfig(relays, tls, ca, Optional.of(who), ehloName, envelope, dkim, pool, times);
    }

    /** This one with another envelope. */
    public SmtpLegacyConfig withEnvelope(EnvelopeOptions options) {
        return new SmtpLegacyConfig(relays, tls, ca, login, ehloName, options, dkim, pool, times);
    }

    /** This one, signing messages. */
    public SmtpLegacyConfig withDkim(DkimOptions options) {
        return new SmtpLegacyConfig(relays, tls, ca, login, ehloName, envelope, Optional.of(options), pool, times);
    }

    /** This one with other limits of the pool. */
    public SmtpLegacyConfig withPool(PoolLimits limits) {
        return new SmtpLegacyConfig(relays, tls, ca, login, ehloName, envelope, dkim, limits, times);
    }

    /** This one with other limits of time. */
    public SmtpLegacyConfig withTimes(TimeLimits limits) {
        return new SmtpLegacyConfig(relays, tls, ca, login, ehloName, envelope, dkim, pool, limits);
    }

    /** Relays and TLS only. */
    @Override
    public String toString() {
        return "SmtpLegacyConfig[relays=" + relays + ", tls=" + tls + "]";
    }
}
