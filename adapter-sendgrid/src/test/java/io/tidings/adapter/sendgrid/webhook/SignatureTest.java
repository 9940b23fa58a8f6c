package io.tidings.adapter.sendgrid.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.sendgrid.webhook.WebhookResult.Verdict;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are believed. */
class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final byte[] BODY = utf8("[{\"event\":\"delivered\",\"email\":\"jane@example.gov\"}]\r\n");
    private static final Signer SIGNER = new Signer();
    private static final String TIMESTAMP = Long.toString(NOW.getEpochSecond());
    private static final byte[] SIGNATURE = SIGNER.sign(TIMESTAMP, BODY);

    private final SendGridWebhook webhook = webhook(SIGNER.publicKey());

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SendGridWebhook webhook(String... keys) {
        return SendGridWebhook.of(SendGridWebhookConfig.of(keys), () -> NOW);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private Verdict verdict(byte[] signature, String timestamp, byte[] body) {
        return webhook.receive(Signer.headers(base64(signature), timestamp), body)
                .verdict();
    }

    private static byte[] flipped(byte[] octets, int at, int bit) {
        byte[] copy = octets.clone();
        copy[at] ^= (byte) (1 << bit);
        return copy;
    }

    @Test
    void whatIsSignedIsBelieved() {
        WebhookResult result = webhook.receive(Signer.headers(base64(SIGNATURE), TIMESTAMP), BODY);

        assertThat(result.isAccepted()).isTrue();
        assertThat(result.events())
                .singleElement()
                .extracting(DeliveryEvent::type)
                .isEqualTo(DeliveryEventType.DELIVERED);
    }

    @Test
    void everyFlippedOctetOfTheSignatureIsSeen() {
        for (int i = 0; i < SIGNATURE.length; i++) {
            for (int bit : new int[] {0, 7}) {
                assertThat(verdict(flipped(SIGNATURE, i, bit), TIMESTAMP, BODY))
                        .as("octet %d, bit %d", i, bit)
                        .isEqualTo(Verdict.FORGED);
            }
        }
    }

    @Test
    void everyChangedCharacterOfTheSignatureIsSeen() {
        String signature = base64(SIGNATURE);
        for (int i = 0; i < signature.length(); i++) {
            for (char other : new char[] {'A', 'B', '/', '=', '-', ' ', '\u00e9'}) {
                if (signature.charAt(i) == other) {
                    continue;
                }
                String changed = signature.substring(0, i) + other + signature.substring(i + 1);
                assertThat(webhook.receive(Signer.headers(changed, TIMESTAMP), BODY)
                                .verdict())
                        .as("character %d, %s", i, other)
                        .isEqualTo(Verdict.FORGED);
            }
        }
    }

    @Test
    void everyFlippedOctetOfTheBodyIsSeen() {
        for (int i = 0; i < BODY.length; i++) {
            assertThat(verdict(SIGNATURE, TIMESTAMP, flipped(BODY, i, i % 8)))
                    .as("octet %d", i)
                    .isEqualTo(Verdict.FORGED);
        }
    }

    @Test
    void everyChangedCharacterOfTheTimestampIsSeen() {
        for (int i = 0; i < TIMESTAMP.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                String changed = new String(flipped(utf8(TIMESTAMP), i, bit), StandardCharsets.UTF_8);
                assertThat(verdict(SIGNATURE, changed, BODY))
                        .as("character %d, bit %d", i, bit)
                        .isEqualTo(Verdict.FORGED);
            }
        }
    }

    @Test
    void everyFlippedBitOfTheKeyIsSeen() {
        byte[] key = Base64.getDecoder().decode(SIGNER.publicKey());
        int refusedAtOnce = 0;
        for (int i = 0; i < key.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                String changed = base64(flipped(key, i, bit));
                try {
                    assertThat(webhook(changed)
                                    .receive(Signer.headers(base64(SIGNATURE), TIMESTAMP), BODY)
                                    .verdict())
                            .as("octet %d, bit %d", i, bit)
                            .isEqualTo(Verdict.FORGED);
                } catch (InvalidArgumentException e) {
                    refusedAtOnce++;
                }
            }
        }
        assertThat(refusedAtOnce).isEqualTo(8 * key.length);
    }

    @Test
    void moreOrLessOfTheBodyIsSeen() {
        assertThat(verdict(SIGNATURE, TIMESTAMP, Arrays.copyOf(BODY, BODY.length - 1)))
                .isEqualTo(Verdict.FORGED);
        assertThat(verdict(SIGNATURE, TIMESTAMP, Arrays.copyOf(BODY, BODY.length + 1)))
                .isEqualTo(Verdict.FORGED);
        assertThat(verdict(SIGNATURE, TIMESTAMP, new byte[0])).isEqualTo(Verdict.FORGED);
    }

    @Test
    void aDigitCannotMoveFromTheTimestampToTheBody() {
        byte[] body = utf8("0[]");
        byte[] signature = SIGNER.sign(TIMESTAMP, body);

        assertThat(verdict(signature, TIMESTAMP + "0", utf8("[]"))).isNotEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void allZeroIsNoSignature() {
        assertThat(verdict(new byte[72], TIMESTAMP, BODY)).isEqualTo(Verdict.FORGED);
        assertThat(verdict(new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}, TIMESTAMP, BODY))
                .isEqualTo(Verdict.FORGED);
        assertThat(verdict(new byte[0], TIMESTAMP, BODY)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void whatFollowsTheSignatureIsSeen() {
        byte[] longer = Arrays.copyOf(SIGNATURE, SIGNATURE.length + 1);
        assertThat(verdict(longer, TIMESTAMP, BODY)).isEqualTo(Verdict.FORGED);
        longer[1]++;
        assertThat(verdict(longer, TIMESTAMP, BODY)).isEqualTo(Verdict.FORGED);
        assertThat(webhook.receive(Signer.headers(base64(SIGNATURE) + "\n", TIMESTAMP), BODY)
                        .verdict())
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void namesOfHeadersHaveNoCase() {
        Map<String, List<String>> headers = Map.of(
                "x-twilio-email-event-webhook-signature",
                List.of(base64(SIGNATURE)),
                "X-TWILIO-EMAIL-EVENT-WEBHOOK-TIMESTAMP",
                List.of(TIMESTAMP));

        assertThat(webhook.receive(headers, BODY).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void withoutEitherHeaderItIsNotSigned() {
        assertThat(webhook.receive(Map.of(), BODY).verdict()).isEqualTo(Verdict.UNSIGNED);
        assertThat(webhook.receive(Map.of(SendGridWebhook.TIMESTAMP_HEADER, List.of(TIMESTAMP)), BODY)
                        .verdict())
                .isEqualTo(Verdict.UNSIGNED);
        assertThat(webhook.receive(Map.of(SendGridWebhook.SIGNATURE_HEADER, List.of(base64(SIGNATURE))), BODY)
                        .verdict())
                .isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void aHeaderMustNotBeThereTwice() {
        String good = base64(SIGNATURE);
        Map<String, List<String>> signatures = Map.of(
                SendGridWebhook.SIGNATURE_HEADER, List.of(good, good),
                SendGridWebhook.TIMESTAMP_HEADER, List.of(TIMESTAMP));
        Map<String, List<String>> timestamps = Map.of(
                SendGridWebhook.SIGNATURE_HEADER,
                List.of(good),
                SendGridWebhook.TIMESTAMP_HEADER,
                List.of(TIMESTAMP),
                SendGridWebhook.TIMESTAMP_HEADER.toLowerCase(),
                List.of(TIMESTAMP));

        assertThat(webhook.receive(signatures, BODY).verdict()).isEqualTo(Verdict.FORGED);
        assertThat(webhook.receive(timestamps, BODY).verdict()).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @CsvSource({
        "-P1D, ACCEPTED",
        "-PT24H1S, STALE",
        "-P1000D, STALE",
        "PT5M, ACCEPTED",
        "PT5M1S, STALE",
        "P1000D, STALE",
    })
    void theTimeOfSigningCountsBothWays(Duration ago, Verdict verdict) {
        assertThat(webhook.receive(SIGNER.headers(NOW.plus(ago), BODY), BODY).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void onlyWhatSendGridSignedIsCalledStale() {
        Instant old = NOW.minus(Duration.ofDays(2));

        assertThat(webhook.receive(new Signer().headers(old, BODY), BODY).verdict())
                .isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1790000000", "1790000000.5", "+1790000000", "-1", "1e9", "9999999999999", "timestamp"})
    void aTimeThatIsNoneIsForgedEvenIfSigned(String timestamp) {
        assertThat(verdict(SIGNER.sign(timestamp, BODY), timestamp, BODY)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void whileKeysChangeBothCount() {
        Signer next = new Signer();
        SendGridWebhook both = webhook(SIGNER.publicKey(), next.publicKey());

        assertThat(both.receive(SIGNER.headers(NOW, BODY), BODY).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(both.receive(next.headers(NOW, BODY), BODY).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(webhook(next.publicKey())
                        .receive(SIGNER.headers(NOW, BODY), BODY)
                        .verdict())
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void whatIsTooLargeIsNotLookedAt() {
        SendGridWebhook small =
                SendGridWebhook.of(SendGridWebhookConfig.of(SIGNER.publicKey()).withMaxBody(1_024), () -> NOW);
        byte[] large = new byte[1_025];

        assertThat(small.receive(SIGNER.headers(NOW, large), large).verdict()).isEqualTo(Verdict.TOO_LARGE);
        byte[] fits = utf8(" ".repeat(1_022) + "[]");
        assertThat(small.receive(SIGNER.headers(NOW, fits), fits).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    /**
     * Made with OpenSSL 3.0: {@code openssl ecparam -name prime256v1 -genkey -noout -out k.pem}, the key below with
     * {@code openssl ec -in k.pem -pubout -outform DER | base64}, the signature with {@code openssl dgst -sha256 -sign
     * k.pem} over the timestamp and the body.
     */
    @Test
    void whatOpenSslSignedIsBelieved() {
        String key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEBw3iVuMfyANRwonC4O5ZGDL9E5S3nky/RzpoL8e05jYKWOVV66Ya2ygD"
                + "EmoRZl9gnTXtgaOWnvFWcpihdnuTeA==";
        String signature =
                "MEUCIDea0HU3Qzb0lEfRAlFdRZLdxIyFZQKMu9YUiwzVitkPAiEA+h0RkyTypaYzacMjL4beAPxyU9m2fkeOshbG" + "dln200I=";
        byte[] body = utf8("[{\"email\":\"jane@example.gov\",\"timestamp\":1790000000,\"event\":\"delivered\","
                + "\"sg_event_id\":\"ZGVsaXZlcmVk\","
                + "\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.recvd-5f54b5d587-pczjm-1-67BADEEA-6.0\","
                + "\"response\":\"250 2.0.0 OK\"}]\r\n");
        SendGridWebhook then =
                SendGridWebhook.of(SendGridWebhookConfig.of(key), () -> Instant.ofEpochSecond(1_790_000_004));

        WebhookResult result = then.receive(Signer.headers(signature, "1790000003"), body);

        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeliveryEventType.DELIVERED);
            assertThat(event.providerId()).isEqualTo("LRzXl_NHStOGhQ4kofSm_A");
        });
    }

    /** Signed by SendGrid itself: the example with which its libraries test themselves. */
    @Test
    void whatSendGridSignedIsBelieved() {
        String key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+"
                + "2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";
        String signature =
                "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15Tl" + "uLtEZtM=";
        byte[] body = utf8("[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Bounced Address\","
                + "\"sg_event_id\":\"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA\","
                + "\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0\","
                + "\"smtp-id\":\"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>\","
                + "\"timestamp\":1600112492}]\r\n");
        SendGridWebhook then =
                SendGridWebhook.of(SendGridWebhookConfig.of(key), () -> Instant.ofEpochSecond(1_600_112_600));

        WebhookResult result = then.receive(Signer.headers(signature, "1600112502"), body);

        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeliveryEventType.REJECTED);
            assertThat(event.providerId()).isEqualTo("LRzXl_NHStOGhQ4kofSm_A");
        });
    }

    @Test
    void anotherCurveIsRefused() {
        assertThatThrownBy(() -> SendGridWebhookConfig.of(new Signer("secp384r1").publicKey()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("P-256");
    }
}
