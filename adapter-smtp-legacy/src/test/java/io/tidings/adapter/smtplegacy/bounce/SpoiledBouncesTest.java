package io.tidings.adapter.smtplegacy.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.delivery.DeliveryEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, there are events, and soon. */
class SpoiledBouncesTest {

    private static final int EACH = 500;

    private final BounceParser parser = new BounceParser();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aMutationOfASampleGivesEvents(long seed) {
        Mutations mutations = new Mutations(seed);
        for (int i = 0; i < EACH; i++) {
            byte[] raw = mutations.next();
            assertThat(understood(raw, "seed " + seed + ", mutation " + i)).isNotEmpty();
        }
    }

    static List<String> floods() {
        String daemon = "From: MAILER-DAEMON@example.org\nSubject: Undeliverable\n";
        String status = daemon + "Content-Type: message/delivery-status\n\n";
        return List.of(
                "",
                "\n".repeat(300_000),
                "\0".repeat(300_000),
                "a".repeat(3_000_000),
                "X-A: b\n".repeat(300_000),
                "To: " + "a@b.org, ".repeat(100_000) + "\n\n",
                daemon + "\n" + "@".repeat(300_000),
                daemon + "\n" + "a@b.".repeat(100_000),
                daemon + "\n" + ".@a ".repeat(100_000),
                daemon + "\n" + "<a@b.org>: 550 deliver\n".repeat(20_000),
                daemon + "\n" + "deliver ".repeat(60_000),
                daemon + "\n" + "550-5.1.".repeat(60_000),
                daemon + "Content-Type: text/html\n\n" + "<style>".repeat(60_000),
                daemon + "Content-Type: text/html\n\n" + "&".repeat(300_000),
                daemon + "Content-Type: text/html\n\n" + "<".repeat(300_000),
                status + "Final-Recipient: rfc822;a@b.org\n".repeat(60_000),
                status + numbered("Final-Recipient: rfc822;a%d@b.org\nAction: failed\n\n", 5_000),
                status + numbered("Final-Recipient: rfc822;a%d@b.org\nAction: failed\nDiagnostic-Code: x\n", 5_000),
                status + "a:\n".repeat(100_000),
                "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(100_000),
                "Content-Type: message/rfc822\n\n".repeat(20_000),
                "Subject: " + "=?utf-8?q?=".repeat(50_000) + "\n\n");
    }

    @ParameterizedTest
    @MethodSource("floods")
    void aFloodOfTheSameGivesEvents(String text) {
        List<DeliveryEvent> events =
                understood(text.getBytes(StandardCharsets.ISO_8859_1), text.length() + " characters");

        assertThat(events).hasSizeBetween(1, 1_000);
    }

    private static String numbered(String format, int times) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(format.formatted(i));
        }
        return text.toString();
    }

    private List<DeliveryEvent> understood(byte[] raw, String what) {
        try {
            return parser.understand(raw);
        } catch (RuntimeException | StackOverflowError e) {
            return fail(what, e);
        }
    }
}
