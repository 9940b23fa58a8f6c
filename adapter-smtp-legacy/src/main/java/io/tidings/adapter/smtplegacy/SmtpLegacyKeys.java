package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.dkim.DkimOptions;
import io.tidings.adapter.smtplegacy.options.Annotations;
import io.tidings.adapter.smtplegacy.options.Dsn;
import io.tidings.adapter.smtplegacy.options.EnvelopeOptions;
import io.tidings.adapter.smtplegacy.options.Login;
import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.email.EmailAddress;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of the adapter, and how they become its configuration. */
final class SmtpLegacyKeys {

    private static final String PREFIX = "tidings.smtp-legacy.";
    private static final Duration MIN = Duration.ofMillis(1);
    private static final Duration MAX = Duration.ofDays(1);

    private static final SettingKey<List<Relay>> HOST = SettingKey.of(
                    PREFIX + "host",
                    "a host name or IP address, with :port if it differs",
                    "The relays, tried in this order.",
                    Relay::parse)
            .list()
            .required();
    private static final SettingKey<Integer> PORT = SettingKey.integer(
            PREFIX + "port", 1, 65_535, "The port of relays that name none; 587, with implicit TLS 465, without 25.");
    private static final SettingKey<TlsMode> TLS = SettingKey.choice(
                    PREFIX + "tls", TlsMode.class, "STARTTLS, TLS from the start, or none, on loopback only.")
            .orElse(TlsMode.REQUIRED);
    private static final SettingKey<String> CA = SettingKey.of(
            PREFIX + "ca",
            "certificates in PEM",
            "The only authorities to trust; those of the JDK if not set.",
            SmtpLegacyConfig::requireCa);
    private static final SettingKey<String> USERNAME = SettingKey.text(PREFIX + "username", "The user name.");
    private static final SettingKey<Secret> PASSWORD = SettingKey.secret(PREFIX + "password", "The password.");
    private static final SettingKey<String> EHLO_NAME = SettingKey.of(
            PREFIX + "ehlo-name",
            "a host name or an address in square brackets",
            "The name by which the adapter introduces itself.",
            SmtpLegacyConfig::requireEhloName);
    private static final SettingKey<EmailAddress> ENVELOPE_FROM =
            SettingKey.address(PREFIX + "envelope-from", "Where reports of failure go.");
    private static final SettingKey<Boolean> VERP = SettingKey.flag(
                    PREFIX + "verp", "Whether each message gets a variant of envelope-from of its own.")
            .orElse(false);
    private static final SettingKey<Dsn> DSN = SettingKey.choice(
                    PREFIX + "dsn",
                    Dsn.class,
                    "Whether the relay is asked to report failure and delay, or success as well, or nothing.")
            .orElse(Dsn.FAILURE);
    private static final SettingKey<Boolean> INTERNATIONAL = SettingKey.flag(
                    PREFIX + "international-mailboxes",
                    "Whether addresses with characters beyond ASCII before the @ are taken.")
            .orElse(true);

    private static final SettingKey<Annotations> ANNOTATIONS = SettingKey.choice(
                    PREFIX + "annotations",
                    Annotations.class,
                    "What becomes of tags and metadata: headers, which readers can find, or nothing, or a refusal.")
            .orElse(Annotations.HEADERS);
    private static final List<SettingKey<?>> ENVELOPE = List.of(ENVELOPE_FROM, VERP, DSN, INTERNATIONAL, ANNOTATIONS);

    private static final PoolLimits POOL = PoolLimits.defaults();
    private static final SettingKey<Integer> MAX_CONNECTIONS = SettingKey.integer(
                    PREFIX + "max-connections", 1, 1_000, "How many sends can be under way at once.")
            .orElse(POOL.maxConnections());
    private static final SettingKey<Duration> IDLE_TIMEOUT =
            time("idle-timeout", POOL.idleTimeout(), "After which an idle connection is closed.");
    private static final SettingKey<Duration> MAX_AGE =
            time("max-age", POOL.maxAge(), "After which a connection is not used again.");
    private static final SettingKey<Integer> MAX_MESSAGES = SettingKey.integer(
                    PREFIX + "max-messages", 1, 1_000_000, "How many messages go over one connection.")
            .orElse(POOL.maxMessages());
    private static final SettingKey<Duration> CHECK_AFTER =
            time("check-after", POOL.checkAfter(), "After which an idle connection is checked before it is used.");

    private static final TimeLimits TIMES = TimeLimits.defaults();
    private static final SettingKey<Duration> CONNECT_TIMEOUT =
            time("connect-timeout", TIMES.connect(), "For connecting.");
    private static final SettingKey<Duration> READ_TIMEOUT =
            time("read-timeout", TIMES.read(), "For the reply to a command.");
    private static final SettingKey<Duration> WRITE_TIMEOUT =
            time("write-timeout", TIMES.write(), "For a write of at most 16 kB.");
    private static final SettingKey<Duration> FINAL_TIMEOUT = time(
            "final-timeout",
            TIMES.finalReply(),
            "For the reply to a whole message. If it is too short, messages are doubled.");
    private static final SettingKey<Duration> CLAIM_TIMEOUT =
            time("claim-timeout", TIMES.claim(), "For a free connection.");
    private static final SettingKey<Duration> SEND_TIMEOUT = time("send-timeout", TIMES.send(), "For a whole send.");

    private static final List<SettingKey<?>> OWN = List.of(
            HOST,
            PORT,
            TLS,
            CA,
            USERNAME,
            PASSWORD,
            EHLO_NAME,
            ENVELOPE_FROM,
            VERP,
            DSN,
            INTERNATIONAL,
            ANNOTATIONS,
            MAX_CONNECTIONS,
            IDLE_TIMEOUT,
            MAX_AGE,
            MAX_MESSAGES,
            CHECK_AFTER,
            CONNECT_TIMEOUT,
            READ_TIMEOUT,
            WRITE_TIMEOUT,
            FINAL_TIMEOUT,
            CLAIM_TIMEOUT,
            SEND_TIMEOUT);

    static final List<SettingKey<?>> ALL =
            Stream.of(OWN, DkimKeys.ALL).flatMap(List::stream).toList();

    private SmtpLegacyKeys() {}

    private static SettingKey<Duration> time(String name, Duration value, String description) {
        return SettingKey.duration(PREFIX + name, MIN, MAX, description).orElse(value);
    }

    static SmtpLegacyConfig read(Settings settings) {
        List<ConfigurationProblem> problems = new ArrayList<>(settings.problems(ALL));
        Optional<Login> login =
                areRight(settings, List.of(USERNAME, PASSWORD)) ? login(settings, problems) : Optional.empty();
        Optional<DkimOptions> dkim =
                areRight(settings, DkimKeys.ALL) ? DkimKeys.read(settings, problems) : Optional.empty();
        EnvelopeOptions envelope = areRight(settings, ENVELOPE) ? envelope(settings, problems) : null;
        SmtpLegacyConfig plain = areRight(settings, List.of(HOST, PORT, TLS)) ? plain(settings, problems) : null;
        if (areRight(settings, List.of(FINAL_TIMEOUT, SEND_TIMEOUT))
                && settings.get(FINAL_TIMEOUT).compareTo(settings.get(SEND_TIMEOUT)) > 0) {
            problems.add(new ConfigurationProblem(
                    FINAL_TIMEOUT.name(), "must not be longer than " + SEND_TIMEOUT.name() + ", which would end it"));
        }
        if (plain == null || envelope == null || !problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new SmtpLegacyConfig(
                plain.relays(),
                plain.tls(),
                settings.find(CA),
                login,
                settings.find(EHLO_NAME),
                envelope,
                dkim,
                pool(settings),
                times(settings));
    }

    /** Whether what is said about them can be read, so that it can be asked whether it fits together. */
    private static boolean areRight(Settings settings, List<SettingKey<?>> keys) {
        return settings.problems(keys).isEmpty();
    }

    private static @Nullable EnvelopeOptions envelope(Settings settings, List<ConfigurationProblem> problems) {
        return attempt(
                problems,
                () -> new EnvelopeOptions(
                        settings.find(ENVELOPE_FROM),
                        settings.get(VERP),
                        settings.get(DSN),
                        settings.get(INTERNATIONAL),
                        settings.get(ANNOTATIONS)));
    }

    /** Relays and TLS, with defaults for everything else. */
    private static @Nullable SmtpLegacyConfig plain(Settings settings, List<ConfigurationProblem> problems) {
        return attempt(
                problems,
                () -> new SmtpLegacyConfig(
                        relays(settings),
                        settings.get(TLS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        EnvelopeOptions.defaults(),
                        Optional.empty(),
                        PoolLimits.defaults(),
                        TimeLimits.defaults()));
    }

    private static Optional<Login> login(Settings settings, List<ConfigurationProblem> problems) {
        Optional<String> username = settings.find(USERNAME);
        Optional<Secret> password = settings.find(PASSWORD);
        if (username.isPresent() != password.isPresent()) {
            SettingKey<?> missing = username.isPresent() ? PASSWORD : USERNAME;
            SettingKey<?> given = username.isPresent() ? USERNAME : PASSWORD;
            problems.add(new ConfigurationProblem(missing.name(), "must be set if " + given.name() + " is"));
            return Optional.empty();
        }
        return username.flatMap(
                name -> Optional.ofNullable(attempt(problems, () -> new Login(name, password.orElseThrow()))));
    }

    private static List<Relay> relays(Settings settings) {
        int port = settings.find(PORT).orElse(settings.get(TLS).defaultPort());
        return settings.get(HOST).stream()
                .map(relay -> relay.withDefaultPort(port))
                .toList();
    }

    private static PoolLimits pool(Settings settings) {
        return new PoolLimits(
                settings.get(MAX_CONNECTIONS),
                settings.get(IDLE_TIMEOUT),
                settings.get(MAX_AGE),
                settings.get(MAX_MESSAGES),
                settings.get(CHECK_AFTER));
    }

    private static TimeLimits times(Settings settings) {
        return new TimeLimits(
                settings.get(CONNECT_TIMEOUT),
                settings.get(READ_TIMEOUT),
                settings.get(WRITE_TIMEOUT),
                settings.get(FINAL_TIMEOUT),
                settings.get(CLAIM_TIMEOUT),
                settings.get(SEND_TIMEOUT));
    }

    /** The fields that the options name are those of the keys. */
    private static <T> @Nullable T attempt(List<ConfigurationProblem> problems, Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidArgumentException e) {
            problems.add(new ConfigurationProblem(PREFIX + e.field(), e.getMessage()));
            return null;
        }
    }
}
