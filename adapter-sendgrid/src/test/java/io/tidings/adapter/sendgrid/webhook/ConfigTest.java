package io.tidings.adapter.sendgrid.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.ConfigurationException;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Settings;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

    private static final String CANARY = "canary7f3";
    private static final String KEY = new Signer().publicKey();

    private static SendGridWebhookConfig from(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put("tidings.sendgrid.webhook." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return SendGridWebhookConfig.from(Settings.of(values));
    }

    @Test
    void theDefaultsOfSettingsAreThoseOfTheConfiguration() {
        assertThat(from("public-keys", KEY)).isEqualTo(SendGridWebhookConfig.of(KEY));
        assertThat(from("public-keys", KEY).maxAge()).isEqualTo(Duration.ofHours(24));
        assertThat(from("public-keys", KEY).maxBody()).isEqualTo(5 * 1_024 * 1_024);
        assertThat(from("public-keys", KEY).clientData()).isFalse();
    }

    @Test
    void everySettingHasItsPlace() {
        String other = new Signer().publicKey();

        assertThat(from("public-keys", KEY + " , " + other, "max-age", "2h", "max-body", "4096", "client-data", "true"))
                .isEqualTo(SendGridWebhookConfig.of(KEY, other)
                        .withMaxAge(Duration.ofHours(2))
                        .withMaxBody(4_096)
                        .withClientData(true));
    }

    @Test
    void aKeyMayHaveTheArmourOfPem() {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + KEY.substring(0, 64) + "\n" + KEY.substring(64)
                + "\n-----END PUBLIC KEY-----\n";

        assertThat(SendGridWebhookConfig.of(pem)).isEqualTo(SendGridWebhookConfig.of(KEY));
    }

    @Test
    void withoutAKeyTheErrorSaysWhatToDo() {
        assertThatThrownBy(() -> from("max-age", "never"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.sendgrid.webhook.public-keys")
                .hasMessageContaining("Verification Key")
                .hasMessageContaining("tidings.sendgrid.webhook.max-age");
        assertThatThrownBy(() -> from("public-keys", String.join(",", Collections.nCopies(11, KEY))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 to 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {CANARY, "AAAA", "MFkw", "SG." + CANARY, "-----BEGIN PUBLIC KEY-----"})
    void aBadKeyIsAnErrorThatSaysWhatToDoAndDoesNotShowIt(String key) {
        assertThatThrownBy(() -> from("public-keys", key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.sendgrid.webhook.public-keys")
                .hasMessageContaining("Verification Key")
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp384r1", "secp521r1"})
    void onlyOneCurveIsTaken(String curve) {
        String key = new Signer(curve).publicKey();

        assertThatThrownBy(() -> SendGridWebhookConfig.of(key))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("P-256");
    }

    @Test
    void aKeyOfAnotherAlgorithmIsRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        String key = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());

        assertThatThrownBy(() -> SendGridWebhookConfig.of(key)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void limitsAreChecked() {
        SendGridWebhookConfig config = SendGridWebhookConfig.of(KEY);

        assertThatThrownBy(() -> config.withMaxAge(Duration.ofSeconds(59)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> config.withMaxAge(Duration.ofDays(31))).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> config.withMaxBody(1_023)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> config.withMaxBody(Integer.MAX_VALUE)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> new SendGridWebhookConfig(List.of(), config.maxAge(), config.maxBody(), false))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(config.toString()).doesNotContain(KEY);
    }
}
