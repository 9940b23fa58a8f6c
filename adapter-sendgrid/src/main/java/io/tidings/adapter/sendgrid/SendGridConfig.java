package io.tidings.adapter.sendgrid;

import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import io.tidings.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration of the SendGrid adapter. Immutable; {@link #toString()} shows neither key nor subuser.
 *
 * @param apiKey the API key, which needs the permission {@code mail.send}: 1 to 1,000 printable ASCII characters
 * @param baseUrl the server: https, or http to this machine
 * @param proxy an HTTP proxy to go through, as {@code http://host:port}, on this machine if the server has no https;
 *     default none
 * @param subuser on whose behalf to send, by the header {@code on-behalf-of}; default nobody
 * @param maxConnections how many requests may be under way at once, 1 to 1,000; default 16
 * @param sandbox whether SendGrid checks messages and sends none; default no
 * @param tracking what SendGrid may change in messages to learn what recipients do; default nothing
 * @param timeLimits how long things may take
 */
public record SendGridConfig(
        Secret apiKey,
        URI baseUrl,
        Optional<URI> proxy,
        Optional<String> subuser,
        int maxConnections,
        boolean sandbox,
        Tracking tracking,
        TimeLimits timeLimits) {

    /** Where an account's data are. */
    public enum Region {
        /** {@code api.sendgrid.com}. */
        GLOBAL,
        /** {@code api.eu.sendgrid.com}, for subusers of the region EU. */
        EU;

        /** The region's server. */
        public URI baseUrl() {
            return URI.create("https://" + SdkRequests.host(this));
        }
    }

    /**
     * What SendGrid may change in messages to learn what recipients do. Says nothing of subscription tracking, which is
     * always off: it adds text to the bodies.
     *
     * @param opens whether the HTML gets a pixel
     * @param clicks whether links in the HTML are replaced
     */
    public record Tracking(boolean opens, boolean clicks) {
        /** Messages arrive as they are. */
        public static Tracking none() {
            return new Tracking(false, false);
        }
    }

    /**
     * How long things may take; each positive. The system's look-up of the server's name is not counted.
     *
     * @param connect for a connection to each of the server's addresses; default 5 s
     * @param read for each read and each write; default 30 s
     * @param claim for a free connection; default 10 s
     * @param request for a whole request, all of the above included; default 180 s
     */
    public record TimeLimits(Duration connect, Duration read, Duration claim, Duration request) {

        public TimeLimits {
            for (Duration limit : List.of(connect, read, claim, request)) {
                if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofHours(1)) > 0) {
                    throw new InvalidArgumentException("timeLimits", "must each be from a millisecond to an hour");
                }
            }
        }

        /** 5 s, 30 s, 10 s and 180 s. */
        public static TimeLimits defaults() {
            return new TimeLimits(
                    Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(180));
        }
    }

    public SendGridConfig {
        ConfigRules.apiKey(apiKey.reveal());
        ConfigRules.baseUrl(baseUrl.toString());
        proxy.ifPresent(uri -> ConfigRules.proxy(uri.toString()));
        if (proxy.isPresent() && !ConfigRules.isSafe(baseUrl, proxy.get())) {
            throw new InvalidArgumentException("proxy", ConfigRules.PROXY_ELSEWHERE);
        }
        subuser.ifPresent(ConfigRules::subuser);
        Objects.requireNonNull(tracking, "tracking");
        Objects.requireNonNull(timeLimits, "timeLimits");
        if (maxConnections < 1 || maxConnections > ConfigRules.MOST_CONNECTIONS) {
            throw new InvalidArgumentException("maxConnections", "must be from 1 to " + ConfigRules.MOST_CONNECTIONS);
        }
    }

    /** The default of everything but the key. */
    public static SendGridConfig of(String apiKey) {
        return new SendGridConfig(
                new Secret(apiKey),
                Region.GLOBAL.baseUrl(),
                Optional.empty(),
                Optional.empty(),
                16,
                false,
                Tracking.none(),
                TimeLimits.defaults());
    }

    /**
     * What the settings say under {@code tidings.sendgrid}.
     *
     * @throws ConfigurationException with every problem
     */
    public static SendGridConfig from(Settings settings) {
        List<ConfigurationProblem> problems = SendGridKeys.problems(settings);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new SendGridConfig(
                settings.get(SendGridKeys.API_KEY),
                settings.find(SendGridKeys.BASE_URL).orElseGet(() -> settings.find(SendGridKeys.REGION)
                        .orElse(Region.GLOBAL)
                        .baseUrl()),
                settings.find(SendGridKeys.PROXY),
                settings.find(SendGridKeys.SUBUSER),
                settings.get(SendGridKeys.MAX_CONNECTIONS),
                settings.get(SendGridKeys.SANDBOX),
                new Tracking(settings.get(SendGridKeys.OPEN_TRACKING), settings.get(SendGridKeys.CLICK_TRACKING)),
                new TimeLimits(
                        settings.get(SendGridKeys.CONNECT_TIMEOUT),
                        settings.get(SendGridKeys.READ_TIMEOUT),
                        settings.get(SendGridKeys.CLAIM_TIMEOUT),
                        settings.get(SendGridKeys.REQUEST_TIMEOUT)));
    }

    /** This with another server. */
    public SendGridConfig withBaseUrl(URI value) {
        return new SendGridConfig(apiKey, value, proxy, subuser, maxConnections, sandbox, tracking, timeLimits);
    }

    /** This through a proxy. */
    public SendGridConfig withProxy(URI value) {
        return new SendGridConfig(
                apiKey, baseUrl, Optional.of(value), subuser, maxConnections, sandbox, tracking, timeLimits);
    }

    /** This on behalf of a subuser. */
    public SendGridConfig withSubuser(String value) {
        return new SendGridConfig(
                apiKey, baseUrl, proxy, Optional.of(value), maxConnections, sandbox, tracking, timeLimits);
    }

    /** This with so many requests at once. */
    public SendGridConfig withMaxConnections(int value) {
        return new SendGridConfig(apiKey, baseUrl, proxy, subuser, value, sandbox, tracking, timeLimits);
    }

    /** This with the sandbox on or off. */
    public SendGridConfig withSandbox(boolean value) {
        return new SendGridConfig(apiKey, baseUrl, proxy, subuser, maxConnections, value, tracking, timeLimits);
    }

    /** This with other tracking. */
    public SendGridConfig withTracking(Tracking value) {
        return new SendGridConfig(apiKey, baseUrl, proxy, subuser, maxConnections, sandbox, value, timeLimits);
    }

    /** This with other limits of time. */
    public SendGridConfig withTimeLimits(TimeLimits value) {
        return new SendGridConfig(apiKey, baseUrl, proxy, subuser, maxConnections, sandbox, tracking, value);
    }

    /** Without key and subuser. */
    @Override
    public String toString() {
        return "SendGridConfig[" + baseUrl + ", maxConnections=" + maxConnections + ", sandbox=" + sandbox + ", "
                + tracking + ", " + timeLimits + "]";
    }
}
