package io.tidings.adapter.smtplegacy.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.SmtpLegacyConfig;
import io.tidings.adapter.smtplegacy.SmtpLegacyEmailAdapter;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BounceParserTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final BounceParser parser = new BounceParser(InstantSource.fixed(NOW));

    private List<DeliveryEvent> parse(String text) {
        return parser.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sample(String name) {
        return new String(Samples.read(name), StandardCharsets.ISO_8859_1);
    }

    @Test
    void eventsComeFromTheAdapterByItsName() {
        try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(SmtpLegacyConfig.of("relay.example.gov"))) {
            assertThat(parse(sample("postfix-unknown-user")))
                    .extracting(DeliveryEvent::provider)
                    .containsExactly(adapter.name());
        }
    }

    @Test
    void theTimeIsThatOfTheLastAttempt() {
        assertThat(parse(sample("sendmail-dsn")).get(0).at()).isEqualTo("2026-11-24T09:04:00Z");
    }

    @Test
    void orElseThatOfTheReport() {
        assertThat(parse(sample("postfix-unknown-user")).get(0).at()).isEqualTo("2026-11-24T09:05:00Z");
    }

    @Test
    void aTimeInTheFutureIsNotBelieved() {
        String ahead = sample("postfix-unknown-user").replace("Date: Tue, 24 Nov 2026", "Date: Thu, 26 Nov 2026");

        assertThat(parse(ahead).get(0).at()).isEqualTo(NOW);
    }

    @Test
    void norIsATimeLongAgo() {
        String ages = sample("postfix-unknown-user").replace("Date: Tue, 24 Nov 2026", "Date: Tue, 24 Nov 1998");

        assertThat(parse(ages).get(0).at()).isEqualTo(NOW);
    }

    static Stream<String> samples() {
        return Samples.expected().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameMessageGivesTheSameIdsWheneverItIsRead(String name) {
        byte[] raw = Samples.read(name);
        BounceParser later = new BounceParser(InstantSource.fixed(NOW.plusSeconds(86_400)));

        List<String> first = ids(parser.parse(raw));

        assertThat(ids(later.parse(Samples.withCarriageReturns(raw)))).isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void aMessageWithoutAnIdHasOneByItsContent() {
        String bounce = sample("postfix-unknown-user").replace("Message-ID: <r1@mta.example.org>\n", "");

        assertThat(ids(parse(bounce)))
                .isEqualTo(ids(parse(bounce.replace("\n", "\r\n"))))
                .isNotEqualTo(ids(parse(bounce.replace("4Qabc1", "4Qabc2"))));
    }

    @Test
    void eachRecipientHasAnEventIdOfItsOwn() {
        assertThat(ids(parse(sample("postfix-three-recipients")))).hasSize(3).doesNotHaveDuplicates();
    }

    private static List<String> ids(List<DeliveryEvent> events) {
        return events.stream().map(DeliveryEvent::eventId).toList();
    }

    @Test
    void theFarSidesWordsAreKept() {
        assertThat(parse(sample("postfix-policy")).get(0).diagnostic())
                .isEqualTo("smtp; 554 5.7.1 your network has a bad name with us");
        assertThat(parse(sample("qmail-no-mailbox")).get(0).diagnostic()).contains("no mailbox here by that name");
    }

    @Test
    void noEventClaimsToBeAuthentic() {
        assertThat(parse(sample("postfix-three-recipients")))
                .extracting(DeliveryEvent::authentic)
                .containsOnly(false);
    }

    @Test
    void onlyWhatIsNotUnderstoodKeepsTheMessage() {
        assertThat(parse(sample("postfix-unknown-user")).get(0).raw()).isEmpty();
        assertThat(parse(sample("ordinary-mail")).get(0).raw()).contains(sample("ordinary-mail"));
    }

    @Test
    void ofALongOneTheBeginning() {
        String text = "Subject: hello\n\n" + "\u00e9".repeat(100_000);

        assertThat(parse(text).get(0).raw()).contains(text.substring(0, 64 * 1024));
    }

    @Test
    void aReportInFrontOfAHugeReturnedMessageIsRead() {
        String bounce = sample("postfix-unknown-user");
        String huge = bounce.substring(0, bounce.length() - 10) + "x".repeat(11 * 1024 * 1024);

        assertThat(parse(huge).get(0).type()).isEqualTo(DeliveryEventType.BOUNCED);
    }

    @Test
    void aStreamIsReadNoFurtherThanIsLookedAt() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThat(parser.parse(endless)).extracting(DeliveryEvent::type).containsExactly(DeliveryEventType.UNKNOWN);
    }

    @Test
    void aStreamGivesWhatItsOctetsGive() throws IOException {
        byte[] raw = Samples.read("qmail-two");

        assertThat(parser.parse(new ByteArrayInputStream(raw))).isEqualTo(parser.parse(raw));
    }
}
