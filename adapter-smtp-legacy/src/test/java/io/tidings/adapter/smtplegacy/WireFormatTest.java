package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.Annotations;
import io.tidings.adapter.smtplegacy.options.Dsn;
import io.tidings.adapter.smtplegacy.options.EnvelopeOptions;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.StoredMessage;
import io.tidings.email.Accepted;
import io.tidings.email.Constraint;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.Limit;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.mime.MimeWriter;
import io.tidings.testkit.MessageGenerator;
import io.tidings.testkit.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, as the relay sees it. */
class WireFormatTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final EmailAddress BOUNCES = EmailAddress.of("bounces@example.gov");

    @Test
    void whatTheRelayOffersIsUsed() throws IOException {
        EmailMessage message =
                Messages.message().to(EmailAddress.of("a+b=c@example.org")).build();
        StoredMessage stored = send(EnvelopeOptions.defaults(), RelayServer.EXTENSIONS, message);

        assertThat(stored.mail())
                .isEqualTo("MAIL FROM:<portal@example.gov> SIZE=" + octets(message).length + " RET=HDRS ENVID="
                        + message.id());
        assertThat(stored.rcpts())
                .containsExactly("RCPT TO:<a+b=c@example.org> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a+2Bb+3Dc@example.org");
    }

    @Test
    void whatTheRelayDoesNotOfferIsNotUsed() {
        StoredMessage stored = send(EnvelopeOptions.defaults(), List.of(), Messages.simple());

        assertThat(stored.mail()).isEqualTo("MAIL FROM:<portal@example.gov>");
        assertThat(stored.rcpts()).containsExactly("RCPT TO:<jane@example.org>");
    }

    @Test
    void eachMessageHasAnEnvelopeSenderOfItsOwnWithVerp() {
        EnvelopeOptions verp = new EnvelopeOptions(Optional.of(BOUNCES), true, Dsn.NEVER, true, Annotations.HEADERS);
        EmailMessage message = Messages.simple();
        StoredMessage stored = send(verp, List.of("DSN"), message);

        assertThat(stored.mail())
                .isEqualTo("MAIL FROM:<bounces+" + message.id() + "@example.gov> RET=HDRS ENVID=" + message.id());
        assertThat(stored.rcpts()).singleElement().asString().contains("NOTIFY=NEVER");
    }

    @Test
    void theEnvelopeSenderIsTheConfiguredOne() {
        EnvelopeOptions options =
                new EnvelopeOptions(Optional.of(BOUNCES), false, Dsn.FAILURE, true, Annotations.HEADERS);
        StoredMessage stored = send(options, List.of(), Messages.simple());

        assertThat(stored.mail()).isEqualTo("MAIL FROM:<bounces@example.gov>");
        assertThat(stored.data()).contains("From: Data Portal <portal@example.gov>");
    }

    @Test
    void tagsAndMetadataAreHeaders() {
        StoredMessage stored = send(EnvelopeOptions.defaults(), List.of(), annotated());

        assertThat(stored.data())
                .contains("\r\nKeywords: \"reports\", \"two \\\"words\\\"\"\r\n")
                .contains("\r\nX-Tidings-Metadata: case=47%2011; office=Gr%C3%B6%C3%9Fe\r\n");
    }

    @Test
    void tagsAndMetadataCanBeLeftOut() {
        EnvelopeOptions options = new EnvelopeOptions(Optional.empty(), false, Dsn.FAILURE, true, Annotations.OMIT);

        assertThat(send(options, List.of(), annotated()).data()).doesNotContain("reports", "office");
    }

    @Test
    void tagsAndMetadataCanBeRefused() {
        EnvelopeOptions options = new EnvelopeOptions(Optional.empty(), false, Dsn.FAILURE, true, Annotations.REFUSE);
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter =
                        new SmtpLegacyEmailAdapter(Configs.plain(relay).withEnvelope(options))) {
            assertThat(adapter.send(annotated()).problem()).contains(Failure.unsupported(Feature.TAGS));
            assertThat(relay.connections()).isZero();
        }
    }

    @Test
    void aMessageThatHasAsManyHeadersAsItMayHasNoRoomForTags() {
        List<Header> headers = IntStream.range(0, 100)
                .mapToObj(i -> new Header("X-" + i, "value"))
                .toList();
        try (RelayServer relay = RelayServer.plain(Script.none());
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            EmailMessage full = annotated().toBuilder().headers(headers).build();

            assertThat(adapter.send(full).problem()).contains(Failure.unsupported(Feature.TAGS));
        }
    }

    private static EmailMessage annotated() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("case", "47 11");
        metadata.put("office", "Größe");
        return Messages.message()
                .tags("reports", "two \"words\"")
                .metadata(metadata)
                .build();
    }

    @Test
    void anInternationalMailboxIsAnnounced() {
        EmailMessage message =
                Messages.message().to(EmailAddress.of("jürgen@example.org")).build();
        StoredMessage stored = send(EnvelopeOptions.defaults(), List.of("8BITMIME", "SMTPUTF8", "DSN"), message);

        assertThat(stored.mail()).contains(" BODY=8BITMIME SMTPUTF8");
        assertThat(stored.rcpts()).containsExactly("RCPT TO:<jürgen@example.org> NOTIFY=FAILURE,DELAY");
    }

    @Test
    void aRelayThatDoesNotKnowInternationalMailboxesDoesNotGetThem() {
        EmailMessage message =
                Messages.message().to(EmailAddress.of("jürgen@example.org")).build();

        assertRefused(List.of("8BITMIME"), message, Feature.NON_ASCII_LOCAL_PARTS);
    }

    @Test
    void aMessageThatIsLargerThanTheRelayTakesIsNotSent() {
        EmailMessage message = Messages.message().text("x".repeat(2_000)).build();

        assertRefused(List.of("SIZE 1000"), message, Limit.ENCODED_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                ".\r\n.\r\n",
                "\r\n.\r\n",
                "a\r\n.\r\nMAIL FROM:<x@example.org>\r\n",
                "a\n.\nb",
                "a\r.\rb",
                "a\n.\r\nb",
                "no end of line",
                ""
            })
    void dotsSurvive(String text) throws IOException {
        assertSameOctets(Messages.message().text("x" + text).build());
        assertSameOctets(Messages.message().text(text + ".").build());
    }

    @ParameterizedTest
    @ValueSource(ints = {16_370, 16_380, 16_381, 16_382, 16_383, 16_384, 16_385, 32_768})
    void messagesOfAnySizeSurvive(int size) throws IOException {
        assertSameOctets(Messages.message().text("x\r\n.".repeat(size / 4)).build());
        EmailMessage first = Messages.message().text("x").build();
        int more = size - octets(first).length;
        assertSameOctets(first.toBuilder()
                .text("x".repeat(more % 70 + 1) + "\r\n.........".repeat(more / 11))
                .build());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatIsWrittenArrivesOctetByOctet(long seed) throws IOException {
        MessageGenerator generator = new MessageGenerator(seed);
        for (int i = 0; i < 50; i++) {
            EmailMessage message = generator.next().toBuilder()
                    .tags(List.of())
                    .metadata(Map.of())
                    .build();
            assertSameOctets("seed " + seed + ", message " + i, message);
        }
    }

    private static void assertSameOctets(EmailMessage message) throws IOException {
        assertSameOctets("", message);
    }

    private static void assertSameOctets(String which, EmailMessage message) throws IOException {
        StoredMessage stored = send(EnvelopeOptions.defaults(), RelayServer.EXTENSIONS, message);

        // Not compared by AssertJ, which would print every octet.
        assertThat(Arrays.equals(stored.data().getBytes(StandardCharsets.ISO_8859_1), octets(message)))
                .as(which)
                .isTrue();
    }

    private static byte[] octets(EmailMessage message) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new MimeWriter(CLOCK).write(message, octets);
        return octets.toByteArray();
    }

    private static void assertRefused(List<String> extensions, EmailMessage message, Constraint exceeded) {
        try (RelayServer relay = RelayServer.builder().extensions(extensions).start();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.plain(relay))) {
            SendResult result = adapter.send(message);

            assertThat(result).isInstanceOf(Rejected.class);
            assertThat(result.problem()).contains(Failure.unsupported(exceeded));
            assertThat(relay.commands()).noneMatch(command -> command.startsWith("MAIL"));
            assertThat(adapter.send(Messages.simple()))
                    .as("the connection is still good")
                    .isInstanceOf(Accepted.class);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    private static StoredMessage send(EnvelopeOptions options, List<String> extensions, EmailMessage message) {
        try (RelayServer relay = RelayServer.builder()
                        .extensions(extensions)
                        .script(Script.none())
                        .start();
                SmtpLegacyEmailAdapter adapter =
                        new SmtpLegacyEmailAdapter(Configs.plain(relay).withEnvelope(options), CLOCK)) {
            assertThat(adapter.send(message)).isInstanceOf(Accepted.class);
            return relay.messages().get(0);
        }
    }
}
