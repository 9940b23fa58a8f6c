package io.tidings.mime;

import static io.tidings.testkit.Messages.RECIPIENT;
import static io.tidings.testkit.Messages.file;
import static io.tidings.testkit.Messages.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Attachment;
import io.tidings.email.Content;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MimeWriterTest {

    private static final Attachment FILE = file("data.csv", new byte[] {1, 2, 3});
    private static final Attachment LOGO =
            Attachment.inline("logo", "logo.png", "image/png", ContentSource.of(new byte[] {4, 5}));

    @Test
    void aSimpleMessageIsNothingButHeaderAndText() {
        EmailMessage message = message().build();

        assertThat(Wire.of(message).text())
                .isEqualTo("""
                Date: Sun, 1 Mar 2026 08:05:09 +0000
                From: Data Portal <portal@example.gov>
                To: Jane Doe <jane@example.org>
                Subject: Your file was accepted
                Message-ID: <%s@example.gov>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 7bit

                Your file was accepted.
                """.formatted(message.id()).replace("\n", "\r\n"));
    }

    static Stream<Arguments> shapes() {
        String text = "text/plain";
        String html = "text/html";
        return Stream.of(
                Arguments.of("t", List.of(), List.of(text)),
                Arguments.of("h", List.of(), List.of(html)),
                Arguments.of("th", List.of(), List.of("multipart/alternative", text, html)),
                Arguments.of("t", List.of(FILE), List.of("multipart/mixed", text, "application/octet-stream")),
                Arguments.of("h", List.of(LOGO), List.of("multipart/related", html, "image/png")),
                Arguments.of("t", List.of(LOGO), List.of("multipart/mixed", text, "image/png")),
                Arguments.of(
                        "th",
                        List.of(LOGO),
                        List.of("multipart/related", "multipart/alternative", text, html, "image/png")),
                Arguments.of(
                        "th",
                        List.of(FILE, LOGO, FILE),
                        List.of(
                                "multipart/mixed",
                                "multipart/related",
                                "multipart/alternative",
                                text,
                                html,
                                "image/png",
                                "application/octet-stream",
                                "application/octet-stream")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aMessageHasTheLevelsThatItNeeds(String bodies, List<Attachment> attachments, List<String> types) {
        Wire wire = Wire.of(message()
                .content(new Content(
                        "subject",
                        bodies.contains("h") ? Optional.of("<p>html</p>") : Optional.empty(),
                        bodies.contains("t") ? Optional.of("text") : Optional.empty()))
                .attachments(attachments)
                .build());

        assertThat(Pattern.compile("Content-Type: ([^;\r]+)")
                        .matcher(wire.text())
                        .results()
                        .map((MatchResult match) -> match.group(1)))
                .containsExactlyElementsOf(types);
    }

    @Test
    void theBoundariesOfEveryMessageAreItsOwn() {
        EmailMessage message = message().html("<p>html</p>").attachments(FILE).build();

        assertThat(Wire.of(message).field("Content-Type"))
                .isEqualTo("multipart/mixed; boundary=\"=_" + message.id() + "_1\"");
    }

    @Test
    void aBodyThatLooksLikeABoundaryIsNotTakenForOne() throws Exception {
        EmailMessage message = message().html("<p>html</p>").build();
        String text = "one\n--=_" + message.id() + "_1--\ntwo";
        EmailMessage sly = message.toBuilder().text(text).build();

        assertThat(AngusReader.read(Wire.of(sly).octets(), sly).text()).hasValue(text.replace("\n", "\r\n"));
    }

    @Test
    void nothingIsWrittenOfWhatIsNotForTheRecipient() {
        Wire wire = Wire.of(message()
                .bcc(EmailAddress.of("hidden@example.net", "Hidden"))
                .tags("secret-tag")
                .metadata(Map.of("case", "secret-metadata"))
                .idempotencyKey("secret-key")
                .template("secret-template")
                .build());

        assertThat(wire.text()).doesNotContainIgnoringCase("hidden", "secret", "bcc");
    }

    @Test
    void everyReplyToIsWritten() {
        Wire wire = Wire.of(message()
                .replyTo(EmailAddress.of("a@example.org", "Doe, Ann"), EmailAddress.of("b@example.org"))
                .build());

        assertThat(wire.field("Reply-To")).isEqualTo("\"Doe, Ann\" <a@example.org>, b@example.org");
    }

    @Test
    void aLongListOfAddressesIsFoldedBetweenThem() {
        Wire wire = Wire.of(message()
                .to(RECIPIENT, EmailAddress.of("x".repeat(40) + "@example.org"), EmailAddress.of("b@example.org"))
                .build());

        assertThat(wire.field("To"))
                .isEqualTo("Jane Doe <jane@example.org>,\r\n " + "x".repeat(40) + "@example.org, b@example.org");
    }

    @Test
    void aSubjectIsFoldedWhereOneSpaceStandsAlone() {
        Wire wire = Wire.of(message()
                .subject("a".repeat(40) + " " + "b".repeat(20) + "  " + "c".repeat(10) + " d")
                .build());

        assertThat(wire.field("Subject"))
                .isEqualTo("a".repeat(40) + "\r\n " + "b".repeat(20) + "  " + "c".repeat(10) + " d");
    }

    @Test
    void aLinkInAHeaderIsNeitherFoldedNorEncoded() {
        String link = "<https://example.gov/" + "u".repeat(860) + ">";

        Wire wire = Wire.of(message()
                .headers(
                        new Header("List-Unsubscribe", link),
                        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
                .build());

        assertThat(wire.field("List-Unsubscribe")).isEqualTo(link);
        assertThat(wire.field("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void whatIsTooLongForALineIsEncoded() {
        Wire wire =
                Wire.of(message().headers(new Header("X-Long", "x".repeat(901))).build());

        assertThat(wire.field("X-Long")).startsWith("=?utf-8?Q?xxx").contains("?=\r\n =?utf-8?Q?xxx");
    }

    @Test
    void textBeyondAsciiIsInWordsThatSplitNoCharacter() {
        Wire wire = Wire.of(message().subject("数".repeat(30)).build());

        assertThat(wire.field("Subject").split("\r\n "))
                .allSatisfy(word -> assertThat(word).matches("=\\?utf-8\\?B\\?(5pWw)+\\?="));
    }

    @Test
    void mostlyAsciiTextStaysReadable() {
        assertThat(Wire.of(message().subject("Déjà vu, it says").build()).field("Subject"))
                .isEqualTo("=?utf-8?B?RMOpasOgIHZ1LCBpdCBzYXlz?=");
        assertThat(Wire.of(message().subject("The Größe of the file changed").build())
                        .field("Subject"))
                .isEqualTo("=?utf-8?Q?The_Gr=C3=B6=C3=9Fe_of_the_file_changed?=");
    }

    @Test
    void onlyTheAddressItselfIsInUtf8() {
        EmailMessage message =
                message().to(EmailAddress.of("josé@bücher.example", "José")).build();

        assertThat(new String(Wire.of(message).octets(), UTF_8))
                .contains("To: =?utf-8?B?Sm9zw6k=?= <josé@xn--bcher-kva.example>\r\n");
        assertThat(encode(message).needsSmtpUtf8()).isTrue();
    }

    @Test
    void aBlindCopyNeedsSmtpUtf8ForTheEnvelopeAlone() {
        EmailMessage message =
                message().bcc(EmailAddress.of("josé@example.org")).build();

        assertThat(encode(message).needsSmtpUtf8()).isTrue();
        assertThat(Wire.of(message).text()).isASCII().doesNotContain("jos");
    }

    @Test
    void anAddressInAsciiNeedsNoSmtpUtf8() {
        assertThat(encode(message()
                                .to(EmailAddress.of("jane@bücher.example", "José"))
                                .build())
                        .needsSmtpUtf8())
                .isFalse();
    }

    private static EncodedMessage encode(EmailMessage message) {
        return new MimeWriter(InstantSource.fixed(Instant.EPOCH)).encode(message);
    }
}
