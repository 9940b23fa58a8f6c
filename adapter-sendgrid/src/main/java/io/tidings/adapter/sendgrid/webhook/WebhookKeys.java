package io.tidings.adapter.sendgrid.webhook;

import io.tidings.spi.SettingKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;

/** What {@link SendGridWebhookConfig#from} reads. */
final class WebhookKeys {

    private static final String PREFIX = "tidings.sendgrid.webhook.";

    /** Not required, because the adapter sends without it. */
    static final SettingKey<List<ECPublicKey>> PUBLIC_KEYS = SettingKey.of(
                    PREFIX + "public-keys",
                    "SendGrid's Verification Key in base64",
                    "With which the Event Webhook is signed; while keys change, the old and the new one.",
                    PublicKeys::parse)
            .list();

    static final SettingKey<Duration> MAX_AGE = SettingKey.duration(
                    PREFIX + "max-age",
                    SendGridWebhookConfig.LEAST_AGE,
                    SendGridWebhookConfig.MOST_AGE,
                    "How long ago a request may have been signed.")
            .orElse(SendGridWebhookConfig.DEFAULT_AGE);

    static final SettingKey<Integer> MAX_BODY = SettingKey.integer(
                    PREFIX + "max-body",
                    SendGridWebhookConfig.LEAST_BODY,
                    SendGridWebhookConfig.MOST_BODY,
                    "How many octets a request may have.")
            .orElse(SendGridWebhookConfig.DEFAULT_BODY);

    static final SettingKey<Boolean> CLIENT_DATA = SettingKey.flag(
                    PREFIX + "client-data",
                    "Keep what is reported of readers: IP address, mail client, and the link that was followed.")
            .orElse(false);

    private WebhookKeys() {}

    static List<SettingKey<?>> all() {
        return List.of(PUBLIC_KEYS, MAX_AGE, MAX_BODY, CLIENT_DATA);
    }
}
