package io.tidings.adapter.sendgrid.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Capabilities;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.Limit;
import io.tidings.testkit.Messages;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailLimitsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Capabilities capabilities = MailLimits.capabilities();

    @Test
    void areThePublishedOnes() {
        assertThat(capabilities.limits())
                .containsEntry(Limit.RECIPIENTS, 1000L)
                .containsEntry(Limit.ENCODED_BYTES, 30_000_000L)
                .containsEntry(Limit.TAG_COUNT, 10L)
                .containsEntry(Limit.TAG_LENGTH, 255L)
                .containsEntry(Limit.SCHEDULE_AHEAD_SECONDS, 72 * 3600L)
                .hasSize(Limit.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-sg-id", "X-SG-EID", "X-SmtpApi"})
    void headersThatSendGridKeepsAreRefusedInAnyCase(String name) {
        EmailMessage message = Messages.message().headers(new Header(name, "1")).build();

        assertThat(capabilities.exceededBy(message, NOW)).contains(Feature.RESERVED_HEADERS);
    }

    @Test
    void headersThatNoMessageCanNameAreReservedAllTheSame() {
        assertThat(capabilities.reservedHeaders())
                .contains(
                        "received",
                        "dkim-signature",
                        "content-type",
                        "content-transfer-encoding",
                        "to",
                        "from",
                        "subject",
                        "reply-to",
                        "cc",
                        "bcc");
    }

    @Test
    void anAddressTwiceInDifferentCaseIsRefused() {
        EmailMessage message = Messages.message()
                .to(EmailAddress.of("jane@example.org"))
                .bcc(EmailAddress.of("Jane@example.org"))
                .build();

        assertThat(capabilities.exceededBy(message, NOW)).contains(Feature.CASE_SENSITIVE_LOCAL_PARTS);
    }

    @Test
    void argumentsCountAsTheyAreWritten() {
        EmailMessage plain =
                Messages.message().metadata(Map.of("k", "x".repeat(9_000))).build();
        EmailMessage quotes =
                Messages.message().metadata(Map.of("k", "\"".repeat(5_000))).build();

        assertThat(capabilities.exceededBy(plain, NOW)).isEmpty();
        assertThat(MailLimits.exceededBy(plain)).isEmpty();
        assertThat(capabilities.exceededBy(quotes, NOW)).isEmpty();
        assertThat(MailLimits.exceededBy(quotes)).contains(Limit.METADATA_BYTES);
    }
}
