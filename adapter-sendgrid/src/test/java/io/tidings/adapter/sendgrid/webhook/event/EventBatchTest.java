package io.tidings.adapter.sendgrid.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd in a batch, and that it touches nothing else. */
class EventBatchTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant EARLIER = Instant.ofEpochSecond(1_790_000_000);
    private static final String GOOD =
            "{\"email\":\"jane@example.gov\",\"timestamp\":1790000000,\"event\":\"delivered\",\"sg_event_id\":\"good\"}";

    private static List<DeliveryEvent> read(byte[] body) throws IOException {
        return new EventReader(false).read(body, RECEIVED);
    }

    private static List<DeliveryEvent> read(String json) throws IOException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** What is read of an element between two good ones. */
    private static DeliveryEvent between(String element) throws IOException {
        List<DeliveryEvent> events = read("[" + GOOD + ",\n " + element + " , " + GOOD + "]\r\n");
        assertThat(events).hasSize(3);
        assertThat(List.of(events.get(0), events.get(2))).allSatisfy(good -> {
            assertThat(good.type()).isEqualTo(DeliveryEventType.DELIVERED);
            assertThat(good.recipient()).contains(EmailAddress.of("jane@example.gov"));
            assertThat(good.at()).isEqualTo(EARLIER);
            assertThat(good.raw()).isEmpty();
        });
        return events.get(1);
    }

    private static String event(String members) {
        return "{\"email\":\"joe@example.gov\",\"timestamp\":1790000000,\"sg_event_id\":\"id\"," + members + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"17", "-1.5e3", "null", "true", "\"text\"", "[]", "[{\"event\":\"open\"}]", "{}", "\"\\u00fc\""})
    void whatIsNoEventIsKeptAsItCame(String element) throws IOException {
        DeliveryEvent event = between(element);

        assertThat(event.type()).isEqualTo(DeliveryEventType.UNKNOWN);
        assertThat(event.at()).isEqualTo(RECEIVED);
        assertThat(event.raw()).isPresent();
        if (!element.contains("\\")) {
            assertThat(event.raw()).contains(element);
        }
        assertThat(event.eventId())
                .startsWith("sha256-")
                .isEqualTo(between(element).eventId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"event\":null", "\"event\":7", "\"event\":{}", "\"event\":\"\"", "\"a\":1"})
    void anEventWithoutATypeIsKeptAsItCame(String members) throws IOException {
        DeliveryEvent event = between(event(members));

        assertThat(event.type()).isEqualTo(DeliveryEventType.UNKNOWN);
        assertThat(event.recipient()).contains(EmailAddress.of("joe@example.gov"));
        assertThat(event.raw()).contains(event(members));
    }

    @Test
    void aFieldThatIsThereTwiceMeansNothing() throws IOException {
        String twice = event("\"event\":\"bounce\",\"type\":\"blocked\",\"type\":\"bounce\"");

        DeliveryEvent event = between(twice);

        assertThat(event.type()).isEqualTo(DeliveryEventType.UNKNOWN);
        assertThat(event.isHardBounce()).isFalse();
        assertThat(event.raw()).contains(twice);
        assertThat(between(event("\"event\":null,\"event\":\"open\"")).type()).isEqualTo(DeliveryEventType.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "{\"a\":[1]}", "17", "\"not an address\"", "\"a@b@c\"", "\"@\""})
    void aDropOfWhatIsNoAddressIsADropAllTheSame(String email) throws IOException {
        String drop = "{\"email\":" + email + ",\"timestamp\":1790000000,\"sg_event_id\":\"id\",\"event\":\"dropped\","
                + "\"reason\":\"Invalid\",\"tidings_id\":\"abcdefghijklmnopqrstuvwxya\"}";

        DeliveryEvent event = between(drop);

        assertThat(event.type()).isEqualTo(DeliveryEventType.REJECTED);
        assertThat(event.rejectReason()).contains(RejectReason.INVALID);
        assertThat(event.recipient()).isEmpty();
        assertThat(event.messageId()).isPresent();
        boolean nothingToKeep = email.equals("\"\"") || email.equals("null");
        assertThat(event.raw().isEmpty()).isEqualTo(nothingToKeep);
    }

    @Test
    void anAddressMayHaveAName() throws IOException {
        DeliveryEvent event =
                between("{\"email\":\"Joe <joe@example.gov>\",\"event\":\"open\",\"timestamp\":1790000000}");

        assertThat(event.recipient()).contains(EmailAddress.of("joe@example.gov"));
    }

    @Test
    void aLateBounceMayLackEveryId() throws IOException {
        DeliveryEvent event = between("{\"email\":\"joe@example.gov\",\"timestamp\":1556628023,\"status\":\"5.1.10\","
                + "\"reason\":\"550 5.1.10 RESOLVER.ADR.RecipientNotFound\",\"sg_message_id\":\"\",\"type\":\"bounce\","
                + "\"event\":\"bounce\"}");

        assertThat(event.isHardBounce()).isTrue();
        assertThat(event.messageId()).isEmpty();
        assertThat(event.providerId()).isEmpty();
        assertThat(event.eventId()).startsWith("sha256-");
        assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(1_556_628_023));
        assertThat(event.raw()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1790000000, 1790000000",
        "'\"1790000000\"', 1790000000",
        "1795608300, 1795608300",
        "1795608301, 0",
        "1790000000000, 0",
        "0, 0",
        "-5, 0",
        "1e9, 0",
        "1790000000.5, 0",
        "null, 0",
        "'\"yesterday\"', 0",
        "99999999999999999999999999, 0",
    })
    void aTimeThatCannotBeIsThatOfReceipt(String timestamp, long seconds) throws IOException {
        DeliveryEvent event = between("{\"timestamp\":" + timestamp + ",\"event\":\"open\",\"sg_event_id\":\"id\"}");

        assertThat(event.type()).isEqualTo(DeliveryEventType.OPENED);
        assertThat(event.at()).isEqualTo(seconds == 0 ? RECEIVED : Instant.ofEpochSecond(seconds));
        assertThat(event.raw().isPresent()).isEqualTo(seconds == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"category\":\"news\"",
                "\"category\":[\"news\",\"daily\"]",
                "\"category\":[]",
                "\"attempt\":\"5\"",
                "\"attempt\":5",
                "\"tls\":1",
                "\"pool\":{\"name\":\"p\",\"id\":210}",
                "\"ip\":\"192.0.2.1\"",
                "\"useragent\":\"Mail\"",
                "\"url\":\"https://portal.example.gov/a\"",
                "\"url_offset\":{\"index\":0,\"type\":\"html\"}",
            })
    void whatIsKnownAndNotNeededIsLeftOut(String member) throws IOException {
        DeliveryEvent event = between(event("\"event\":\"click\"," + member));

        assertThat(event.type()).isEqualTo(DeliveryEventType.CLICKED);
        assertThat(event.raw()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsKeptWithoutWhatItSaysOfReaders() throws IOException {
        DeliveryEvent event =
                between(event("\"ip\":\"192.0.2.1\",\"event\":\"click\",\"case\":\"4711\",\"useragent\":{\"a\":[]},"
                        + "\"more\":{\"url\":\"https://a.example\",\"n\":123456789012345678901234567890.50,\"t\":[true,null]},"
                        + "\"url\":\"https://b.example\""));

        assertThat(event.type()).isEqualTo(DeliveryEventType.CLICKED);
        assertThat(event.raw())
                .contains(event("\"event\":\"click\",\"case\":\"4711\","
                        + "\"more\":{\"n\":123456789012345678901234567890.50,\"t\":[true,null]}"));
    }

    @Test
    void whatIsSaidOfReadersIsKeptIfAskedFor() throws IOException {
        String click = event("\"event\":\"click\",\"ip\":\"192.0.2.1\",\"url\":\"https://portal.example.gov/a\"");
        String delivered = event("\"event\":\"delivered\",\"ip\":\"198.51.100.7\"");

        List<DeliveryEvent> events = new EventReader(true)
                .read(("[" + click + "," + delivered + "]").getBytes(StandardCharsets.UTF_8), RECEIVED);

        assertThat(events.get(0).raw()).contains(click);
        assertThat(events.get(1).raw()).isEmpty();
    }

    @Test
    void whatIsKeptIsLimited() throws IOException {
        DeliveryEvent event = between(event("\"event\":\"odd\",\"reason\":\"" + "x".repeat(100_000) + "\""));

        assertThat(event.raw().orElseThrow()).hasSize(8_000);
        assertThat(event.diagnostic()).hasSize(DeliveryEvent.MAX_DIAGNOSTIC);
    }

    @Test
    void aHugeNumberTakesNoTime() throws IOException {
        DeliveryEvent event = between(event("\"event\":\"odd\",\"n\":" + "9".repeat(2_000_000)));

        assertThat(event.raw().orElseThrow()).hasSize(8_000);
    }

    @Test
    void anIdThatIsTooLongIsReplaced() throws IOException {
        DeliveryEvent event =
                between("{\"event\":\"open\",\"timestamp\":1790000000,\"sg_event_id\":\"" + "x".repeat(201) + "\"}");

        assertThat(event.eventId()).startsWith("sha256-");
    }

    @Test
    void octetsThatAreNoUtf8AreReplaced() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("[" + GOOD + ",").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(event("\"event\":\"bounce\",\"type\":\"blocked\",\"reason\":\"bo\u00eete pleine\"")
                .getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(("," + GOOD + "]").getBytes(StandardCharsets.UTF_8));

        List<DeliveryEvent> events = read(body.toByteArray());

        assertThat(events).hasSize(3);
        assertThat(events.get(1).diagnostic()).isEqualTo("bo\ufffdte pleine");
    }

    @Test
    void aByteOrderMarkIsNoHarm() throws IOException {
        List<DeliveryEvent> events = read("\ufeff[" + GOOD + ",{\"event\":\"odd\"}]");

        assertThat(events).hasSize(2);
        assertThat(events.get(1).raw()).contains("{\"event\":\"odd\"}");
    }

    @Test
    void anEmptyBatchHasNoEvents() throws IOException {
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "null",
                "[",
                "[{]",
                "[{}",
                "[{}]]",
                "[{}] []",
                "[{},]",
                "[{\"a\":}]",
                "['a']",
                "<html>",
                "[NaN]",
                "[01]"
            })
    void whatIsNoArrayOfJsonIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }

    @Test
    void depthAndNumberOfElementsAreLimited() throws IOException {
        assertThatThrownBy(() -> read("[" + "[".repeat(300) + "]".repeat(300) + "]"))
                .isInstanceOf(IOException.class);
        assertThat(read("[" + "1,".repeat(99_999) + "1]")).hasSize(100_000);
        assertThatThrownBy(() -> read("[" + "1,".repeat(100_000) + "1]")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void whatIsNotInUtf8IsNoBatch(String charset) {
        byte[] body = ("[17," + GOOD + "]").getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }
}
