package io.tidings.adapter.smtplegacy.dkim;

import static io.tidings.testkit.Messages.message;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.smtplegacy.dialogue.Content;
import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.mime.EncodedMessage;
import io.tidings.mime.MimeWriter;
import io.tidings.mime.UnreadableAttachmentException;
import io.tidings.testkit.MessageGenerator;
import io.tidings.testkit.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_772_000_000));
    private static final String HEADER = "From: a@example.gov\r\nSubject: s\r\n\r\n";
    private static final String RSA_RECORD = "v=DKIM1; k=rsa; p="
            + Base64.getEncoder().encodeToString(Keys.RSA.getPublic().getEncoded());

    private static byte[] sign(Content content, DkimKey... keys) throws IOException {
        Content signed = new DkimSigner(new DkimOptions("example.gov", List.of(keys)), CLOCK).sign(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signed.write(out);
        assertThat(signed.size()).isEqualTo(out.size());
        return out.toByteArray();
    }

    private static Content content(EmailMessage message) {
        EncodedMessage encoded = new MimeWriter(CLOCK).encode(message);
        return new Content() {
            @Override
            public long size() {
                return encoded.size();
            }

            @Override
            public boolean needsSmtpUtf8() {
                return encoded.needsSmtpUtf8();
            }

            @Override
            public void write(OutputStream out) throws IOException {
                encoded.write(out);
            }
        };
    }

    private static Content raw(String text) {
        return new Content() {
            @Override
            public long size() {
                return text.length();
            }

            @Override
            public boolean needsSmtpUtf8() {
                return false;
            }

            @Override
            public void write(OutputStream out) throws IOException {
                // In small pieces, so that everything is cut somewhere.
                for (int at = 0; at < text.length(); at += 3) {
                    out.write(
                            text.substring(at, Math.min(text.length(), at + 3)).getBytes(ISO_8859_1));
                }
            }
        };
    }

    private static boolean jdkimVerifies(byte[] message) throws IOException {
        DKIMVerifier verifier = new DKIMVerifier(
                (methods, selector, domain) -> selector.toString().equals("r1") ? List.of(RSA_RECORD) : List.of());
        try {
            verifier.verify(new ByteArrayInputStream(message));
            return verifier.hasAnyValidSignature();
        } catch (FailException e) {
            return false;
        }
    }

    private static void assertSigned(Content content) throws IOException {
        byte[] signed = sign(content, Keys.ed25519(), Keys.rsa());
        assertThat(jdkimVerifies(sign(content, Keys.rsa()))).as("RSA, by jDKIM").isTrue();
        assertThat(jdkimVerifies(signed)).as("RSA beside Ed25519, by jDKIM").isTrue();
        assertThat(Verifier.verifies(signed, "r1", Keys.RSA.getPublic()))
                .as("RSA")
                .isTrue();
        assertThat(Verifier.verifies(signed, "e1", Keys.ED25519.getPublic()))
                .as("Ed25519")
                .isTrue();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsSentIsSigned(long seed) throws IOException {
        MessageGenerator generator = new MessageGenerator(seed);
        for (int i = 0; i < 20; i++) {
            assertSigned(content(generator.next()));
        }
    }

    static Stream<String> bodies() {
        return Stream.of(
                "no line ending",
                "blank at the end of a line \t\r\nand none at the beginning of the next\r\n",
                "blanks \t  between  \t\r\n and at the end of lines \t \r\n",
                "\r\n\r\nbegins with empty lines\r\n",
                "ends with empty lines\r\n\r\n \r\n\t\r\n",
                ".\r\n..\r\n.dot\r\n",
                "a \r\n \r\n \r\n b\r\n",
                "x".repeat(20_000) + "\r\n" + " y".repeat(10_000),
                "\u00e9\u00ff\r\n");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whateverTheBodyIsItIsSigned(String body) throws IOException {
        assertSigned(raw(HEADER + body));
    }

    /** For which jDKIM has a line ending where RFC 6376, 3.4.4 and 3.4.5 have nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n\r\n", " \r\n\t\r\n"})
    void aBodyOfNothingButBlanksHasTheHashOfNothing(String body) throws IOException {
        byte[] signed = sign(raw(HEADER + body), Keys.ed25519());

        assertThat(unfolded(signed)).contains(" bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
        assertThat(Verifier.verifies(signed, "e1", Keys.ED25519.getPublic())).isTrue();
    }

    @Test
    void theLineEndingThatTheLastLineGetsOnTheWayIsSigned() throws IOException {
        byte[] signed = sign(raw(HEADER + "blank at the end "), Keys.rsa());
        byte[] arrived = (new String(signed, ISO_8859_1) + "\r\n").getBytes(ISO_8859_1);

        assertThat(jdkimVerifies(arrived)).isTrue();
    }

    @Test
    void foldsAndBlanksInTheHeaderDoNotMatter() throws IOException {
        byte[] signed = sign(
                raw("From: a@example.gov\r\nSubject:  one \r\n\ttwo  three\r\n \tfour\t\r\n\r\nbody\r\n"),
                Keys.ed25519(),
                Keys.rsa());
        byte[] refolded = new String(signed, ISO_8859_1)
                .replace("Subject:  one \r\n\ttwo  three\r\n \tfour\t", "subject :one two\r\n three four")
                .getBytes(ISO_8859_1);

        assertThat(Verifier.verifies(refolded, "e1", Keys.ED25519.getPublic())).isTrue();
        assertThat(Verifier.verifies(refolded, "r1", Keys.RSA.getPublic())).isTrue();
    }

    @Test
    void anyBitThatIsFlippedBreaksTheSignature() throws IOException {
        byte[] rsa = sign(content(full()), Keys.rsa());
        byte[] ed25519 = sign(content(full()), Keys.ed25519());

        assertThat(unnoticed(rsa, message -> Verifier.verifies(message, "r1", Keys.RSA.getPublic())))
                .isEmpty();
        // Whose parser takes more than CRLF for the end of a field.
        assertThat(unnoticed(rsa, DkimSignerTest::jdkimVerifies)).allMatch(octet -> octet.matches("[\r\n] .*"));
        assertThat(unnoticed(ed25519, message -> Verifier.verifies(message, "e1", Keys.ED25519.getPublic())))
                .isEmpty();
    }

    /** Each octet of which the lowest bit can be flipped, and where it is. */
    private static List<String> unnoticed(byte[] message, Verification verification) throws IOException {
        assertThat(verification.verifies(message)).isTrue();
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i < message.length; i++) {
            if (isSigned(message, i)) {
                message[i] ^= 1;
                if (verification.verifies(message)) {
                    unnoticed.add((char) (message[i] ^ 1) + " at " + i);
                }
                message[i] ^= 1;
            }
        }
        return unnoticed;
    }

    @FunctionalInterface
    private interface Verification {
        boolean verifies(byte[] message) throws IOException;
    }

    /** All but the fields that relays may change, and what says nothing in base64: folds and padding. */
    private static boolean isSigned(byte[] message, int at) {
        String text = new String(message, ISO_8859_1);
        if (at > text.indexOf(" b=") && at <= text.indexOf("\nDate:")) {
            return message[at] > ' ' && message[at] != '=';
        }
        if (at >= text.indexOf("\r\n\r\n")) {
            return true;
        }
        String line = text.substring(text.lastIndexOf('\n', at - 1) + 1, text.indexOf("\r\n", at - 1) + 2);
        return !line.startsWith("Auto-Submitted:") && !line.startsWith("X-Unsigned:");
    }

    private static EmailMessage full() {
        return message()
                .replyTo(EmailAddress.of("reply@example.gov"))
                .cc(EmailAddress.of("copy@example.gov"))
                .html("<p>html</p>")
                .headers(
                        new Header("List-Unsubscribe", "<https://example.gov/u>"),
                        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                        new Header("X-Unsigned", "x"))
                .build();
    }

    @Test
    void theFieldsThatCountAreSignedAndFromAndSubjectOnceMore() throws IOException {
        assertThat(unfolded(sign(content(full()), Keys.rsa())))
                .startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.gov; s=r1; t=1772000000;"
                        + " h=Date:From:Reply-To:To:Cc:Subject:Message-ID:List-Unsubscribe: List-Unsubscribe-Post:"
                        + "MIME-Version:Content-Type:From:Subject; bh=")
                .doesNotContain("l=");
    }

    @Test
    void aFromThatIsAddedBreaksTheSignature() throws IOException {
        byte[] signed = sign(content(full()), Keys.rsa());
        byte[] spoofed = ("From: other@example.com\r\n" + new String(signed, ISO_8859_1)).getBytes(ISO_8859_1);

        assertThat(jdkimVerifies(spoofed)).isFalse();
    }

    @Test
    void theSignatureIsFoldedAt76Characters() throws IOException {
        String signed = new String(sign(content(full()), Keys.ed25519(), Keys.rsa()), ISO_8859_1);

        assertThat(signed.substring(0, signed.indexOf("\r\nDate:")).split("\r\n"))
                .hasSize(19)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @Test
    void aMessageThatCannotBeHadIsNotSigned() {
        Content content = content(message()
                .attachments(Attachment.of("a", "application/octet-stream", Sources.lying(10, 9)))
                .build());

        assertThatThrownBy(() -> sign(content, Keys.rsa())).isInstanceOf(UnreadableAttachmentException.class);
    }

    private static String unfolded(byte[] message) {
        String text = new String(message, ISO_8859_1).replace("\r\n ", " ");
        return text.substring(0, text.indexOf("\r\n"));
    }
}
