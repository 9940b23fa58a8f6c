package io.tidings.adapter.sendgrid.webhook;

import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The configuration of the Event Webhook. Immutable.
 *
 * @param publicKeys by any of which a request may be signed, 1 to 10, all on the curve P-256
 * @param maxAge how long ago it may have been signed, a minute to 30 days; default 24 hours, for which SendGrid tries
 *     again
 * @param maxBody how many octets it may have, 1,024 to 104,857,600; default 5,242,880, where SendGrid's own batches
 *     have about 768 kB
 * @param clientData whether {@code DeliveryEvent.raw()} keeps what is reported of readers: IP address, mail client, and
 *     the link that was followed; default no
 */
public record SendGridWebhookConfig(List<ECPublicKey> publicKeys, Duration maxAge, int maxBody, boolean clientData) {

    static final Duration LEAST_AGE = Duration.ofMinutes(1);
    static final Duration DEFAULT_AGE = Duration.ofHours(24);
    static final Duration MOST_AGE = Duration.ofDays(30);
    static final int LEAST_BODY = 1_024;
    static final int DEFAULT_BODY = 5 * 1_024 * 1_024;
    static final int MOST_BODY = 100 * 1_024 * 1_024;

    private static final int MOST_KEYS = 10;

    public SendGridWebhookConfig {
        publicKeys = List.copyOf(publicKeys);
        if (publicKeys.isEmpty() || publicKeys.size() > MOST_KEYS) {
            throw new InvalidArgumentException("publicKeys", "must be 1 to " + MOST_KEYS);
        }
        publicKeys.forEach(PublicKeys::require);
        if (maxAge.compareTo(LEAST_AGE) < 0 || maxAge.compareTo(MOST_AGE) > 0) {
            throw new InvalidArgumentException("maxAge", "must be from a minute to 30 days");
        }
        if (maxBody < LEAST_BODY || maxBody > MOST_BODY) {
            throw new InvalidArgumentException("maxBody", "must be from " + LEAST_BODY + " to " + MOST_BODY);
        }
    }

    /**
     * The default of everything but the keys.
     *
     * @param publicKeys as SendGrid shows them: in base64, with or without the armour of PEM
     * @throws InvalidArgumentException if one is anything else
     */
    public static SendGridWebhookConfig of(String... publicKeys) {
        return new SendGridWebhookConfig(
                Stream.of(publicKeys).map(PublicKeys::parse).toList(), DEFAULT_AGE, DEFAULT_BODY, false);
    }

    /**
     * What the settings say under {@code tidings.sendgrid.webhook}.
     *
     * @throws ConfigurationException with every problem
     */
    public static SendGridWebhookConfig from(Settings settings) {
        List<ConfigurationProblem> problems = new ArrayList<>(settings.problems(keys()));
        String name = WebhookKeys.PUBLIC_KEYS.name();
        if (problems.stream().noneMatch(problem -> problem.key().equals(name))) {
            List<ECPublicKey> keys = settings.find(WebhookKeys.PUBLIC_KEYS).orElse(List.of());
            if (keys.isEmpty() || keys.size() > MOST_KEYS) {
                problems.add(new ConfigurationProblem(
                        name,
                        "must be set, to 1 to " + MOST_KEYS + " keys with commas between them; each "
                                + PublicKeys.RULE));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new SendGridWebhookConfig(
                settings.get(WebhookKeys.PUBLIC_KEYS),
                settings.get(WebhookKeys.MAX_AGE),
                settings.get(WebhookKeys.MAX_BODY),
                settings.get(WebhookKeys.CLIENT_DATA));
    }

    /** Every key that {@link #from} reads; the adapter declares them as its own. */
    public static List<SettingKey<?>> keys() {
        return WebhookKeys.all();
    }

    /** This with another age. */
    public SendGridWebhookConfig withMaxAge(Duration value) {
        return new SendGridWebhookConfig(publicKeys, value, maxBody, clientData);
    }

    /** This with another size. */
    public SendGridWebhookConfig withMaxBody(int value) {
        return new SendGridWebhookConfig(publicKeys, maxAge, value, clientData);
    }

    /** This with or without what is reported of readers. */
    public SendGridWebhookConfig withClientData(boolean value) {
        return new SendGridWebhookConfig(publicKeys, maxAge, maxBody, value);
    }

    /** How many keys, and the rest. */
    @Override
    public String toString() {
        return "SendGridWebhookConfig[publicKeys=" + publicKeys.size() + ", maxAge=" + maxAge + ", maxBody=" + maxBody
                + ", clientData=" + clientData + "]";
    }
}
