package io.tidings.adapter.sendgrid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.sendgrid.webhook.WebhookResult.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand requests that are wrong at random places, half of them signed all the same. */
class MutationTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final Signer SIGNER = new Signer();
    private static final SendGridWebhook WEBHOOK =
            SendGridWebhook.of(SendGridWebhookConfig.of(SIGNER.publicKey()), () -> NOW);

    private static final byte[] BODY = """
            [{"email":"jane@example.gov","timestamp":1789999999,"event":"bounce","type":"bounce","status":"5.1.1",\
            "reason":"550 5.1.1 no such user \\u00fc","sg_event_id":"YQ","sg_message_id":"abc.recvd-1-2.0",\
            "tidings_id":"aaaaaaaaaaaaaaaaaaaaaaaaaa","smtp-id":"<a@example.gov>","category":["a","b"],"tls":1},
            {"email":"joe@example.gov","timestamp":"1789999998","event":"open","sg_machine_open":true,"ip":"192.0.2.1",\
            "useragent":"x","pool":{"name":"p","id":210},"case":"4711","newsletter":null},
            "odd",17,-1.5e3,null,[1,[2]],{"event":"group_unsubscribe","asm_group_id":10}]\r
            """.getBytes(StandardCharsets.UTF_8);

    private static final List<String> BITS = List.of(
            "",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-",
            "1e999999",
            "9".repeat(2_000),
            "\\u0000",
            "\\ud800",
            "\ufeff",
            "\u0000",
            "{\"a\":",
            "[[[[[[[[",
            "\"event\":\"open\",",
            "\"email\":\"@\",",
            "\"timestamp\":-1,");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void giveAVerdictAndNeverAnException(long seed) {
        Random random = new Random(seed);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int i = 0; i < 500; i++) {
            byte[] body = mutated(BODY, random);
            WebhookResult result;
            try {
                result = i % 2 == 0
                        ? WEBHOOK.receive(SIGNER.headers(NOW, body), body)
                        : WEBHOOK.receive(mutatedHeaders(random), body);
            } catch (RuntimeException e) {
                throw new AssertionError("Seed " + seed + ", request " + i, e);
            }
            if (i % 2 == 1) {
                assertThat(result.isAccepted())
                        .as("seed %d, request %d is believed", seed, i)
                        .isFalse();
            }
            verdicts.merge(result.verdict(), 1, Integer::sum);
        }
        assertThat(verdicts)
                .as("seed %d", seed)
                .containsKeys(Verdict.ACCEPTED, Verdict.MALFORMED, Verdict.FORGED, Verdict.UNSIGNED);
    }

    private static byte[] mutated(byte[] octets, Random random) {
        byte[] mutated = octets;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(mutated.length);
            mutated = switch (random.nextInt(4)) {
                case 0 -> {
                    byte[] copy = mutated.clone();
                    copy[at] = (byte) random.nextInt(256);
                    yield copy;
                }
                case 1 -> Arrays.copyOf(mutated, Math.max(1, at));
                case 2 -> spliced(mutated, at, at + random.nextInt(20), new byte[0]);
                default -> spliced(mutated, at, at, utf8(BITS.get(random.nextInt(BITS.size()))));
            };
        }
        return mutated;
    }

    private static byte[] spliced(byte[] octets, int from, int to, byte[] between) {
        int end = Math.min(to, octets.length);
        byte[] spliced = new byte[Math.max(1, from + between.length + octets.length - end)];
        System.arraycopy(octets, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(octets, end, spliced, from + between.length, octets.length - end);
        return spliced;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> mutatedHeaders(Random random) {
        if (random.nextInt(20) == 0) {
            return Map.of();
        }
        String timestamp = Long.toString(NOW.getEpochSecond());
        byte[] signature = mutated(SIGNER.sign(timestamp, BODY), random);
        byte[] text = mutated(utf8(Base64.getEncoder().encodeToString(signature)), random);
        String time = random.nextBoolean() ? timestamp : latin1(mutated(utf8(timestamp), random));
        return Signer.headers(
                random.nextBoolean() ? latin1(text) : Base64.getEncoder().encodeToString(signature), time);
    }

    private static String latin1(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
