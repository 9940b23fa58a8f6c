package io.tidings.adapter.sendgrid;

import io.tidings.adapter.sendgrid.SendGridConfig.Region;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookConfig;
import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@link SendGridConfig#from} reads. */
final class SendGridKeys {

    private static final String PREFIX = "tidings.sendgrid.";
    private static final Duration LEAST = Duration.ofMillis(1);

    static final SettingKey<Secret> API_KEY = SettingKey.of(
                    PREFIX + "api-key", "secret", "The API key; needs mail.send.", ConfigRules::apiKey)
            .required();
    static final SettingKey<Region> REGION = SettingKey.choice(
            PREFIX + "region", Region.class, "Where the account's data are, which decides the server.");
    static final SettingKey<URI> BASE_URL = SettingKey.of(
            PREFIX + "base-url",
            "a URI with https, or http to this machine",
            "The server, if it is not the region's own.",
            ConfigRules::baseUrl);
    static final SettingKey<URI> PROXY = SettingKey.of(
            PREFIX + "proxy",
            "http://host:port",
            "An HTTP proxy to go through; on this machine if the server has no https.",
            ConfigRules::proxy);
    static final SettingKey<String> SUBUSER = SettingKey.of(
            PREFIX + "subuser", "a user name", "The subuser on whose behalf to send.", ConfigRules::subuser);
    static final SettingKey<Integer> MAX_CONNECTIONS = SettingKey.integer(
                    PREFIX + "max-connections", 1, ConfigRules.MOST_CONNECTIONS, "How many requests at once.")
            .orElse(16);
    static final SettingKey<Boolean> SANDBOX = SettingKey.flag(
                    PREFIX + "sandbox", "Let SendGrid check messages and send none.")
            .orElse(false);
    static final SettingKey<Boolean> OPEN_TRACKING = SettingKey.flag(
                    PREFIX + "open-tracking", "Put a pixel into the HTML that tells when it is opened.")
            .orElse(false);
    static final SettingKey<Boolean> CLICK_TRACKING = SettingKey.flag(
                    PREFIX + "click-tracking", "Replace links in the HTML by ones that tell when they are followed.")
            .orElse(false);
    static final SettingKey<Duration> CONNECT_TIMEOUT = limit("connect-timeout", 60, "For making a connection.", 5);
    static final SettingKey<Duration> READ_TIMEOUT = limit("read-timeout", 600, "For each read and each write.", 30);
    static final SettingKey<Duration> CLAIM_TIMEOUT = limit("claim-timeout", 600, "For a free connection.", 10);
    static final SettingKey<Duration> REQUEST_TIMEOUT = limit("request-timeout", 3600, "For a whole request.", 180);

    private SendGridKeys() {}

    private static SettingKey<Duration> limit(String name, long mostSeconds, String description, long seconds) {
        return SettingKey.duration(PREFIX + name, LEAST, Duration.ofSeconds(mostSeconds), description)
                .orElse(Duration.ofSeconds(seconds));
    }

    /** What is wrong with each setting, and with those that are right but do not go together. */
    static List<ConfigurationProblem> problems(Settings settings) {
        List<ConfigurationProblem> problems = new ArrayList<>(settings.problems(all()));
        Set<String> wrong = problems.stream().map(ConfigurationProblem::key).collect(Collectors.toSet());
        Optional<URI> server = right(settings, BASE_URL, wrong);
        if (server.isPresent() && right(settings, REGION, wrong).isPresent()) {
            problems.add(new ConfigurationProblem(
                    BASE_URL.name(),
                    "must not be set together with " + REGION.name() + ", which decides the server too"));
        }
        Optional<URI> proxy = right(settings, PROXY, wrong);
        if (server.isPresent() && proxy.isPresent() && !ConfigRules.isSafe(server.get(), proxy.get())) {
            problems.add(new ConfigurationProblem(PROXY.name(), ConfigRules.PROXY_ELSEWHERE));
        }
        return problems;
    }

    private static <T> Optional<T> right(Settings settings, SettingKey<T> key, Set<String> wrong) {
        return wrong.contains(key.name()) ? Optional.empty() : settings.find(key);
    }

    /** Those of the webhook too, so that nobody takes them for unknown. */
    static List<SettingKey<?>> all() {
        return Stream.concat(own().stream(), SendGridWebhookConfig.keys().stream())
                .toList();
    }

    private static List<SettingKey<?>> own() {
        return List.of(
                API_KEY,
                REGION,
                BASE_URL,
                PROXY,
                SUBUSER,
                MAX_CONNECTIONS,
                SANDBOX,
                OPEN_TRACKING,
                CLICK_TRACKING,
                CONNECT_TIMEOUT,
                READ_TIMEOUT,
                CLAIM_TIMEOUT,
                REQUEST_TIMEOUT);
    }
}
