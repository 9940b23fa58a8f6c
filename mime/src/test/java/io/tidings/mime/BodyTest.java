package io.tidings.mime;

import static io.tidings.testkit.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodyTest {

    private static Wire write(String text) {
        return Wire.of(message().text(text).build());
    }

    private static String encoding(String text) {
        return write(text).field("Content-Transfer-Encoding");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("7bit", "Plain text.\n.\n\tindented\n"),
                Arguments.of("7bit", "x".repeat(998)),
                Arguments.of("quoted-printable", "x".repeat(999)),
                Arguments.of("quoted-printable", "mostly ASCII, one é"),
                Arguments.of("quoted-printable", "control \f"),
                Arguments.of("quoted-printable", "blank at the end of a line \n"),
                Arguments.of("quoted-printable", "tab at the end\t"),
                Arguments.of("quoted-printable", "one\nFrom here\n"),
                Arguments.of("base64", "您的文件已被接受。"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void aBodyIsInTheShortestEncodingThatCarriesItUnharmed(String encoding, String text) {
        assertThat(encoding(text)).isEqualTo(encoding);
    }

    @Test
    void everyLineEndingIsCrLf() {
        assertThat(write("a\nb\rc\r\nd\n\re").body()).isEqualTo("a\r\nb\r\nc\r\nd\r\n\r\ne\r\n");
    }

    @Test
    void theMessageEndsWithOneLineEnding() {
        assertThat(write("text").body()).isEqualTo("text\r\n");
        assertThat(write("text\n").body()).isEqualTo("text\r\n");
        assertThat(write("é".repeat(42)).body()).hasLineCount(2).endsWith("\r\n");
    }

    @Test
    void whatARelayMightChangeIsEscaped() {
        assertThat(write("é.\n.dot\nFrom here\nblank \ntab\t\n=").body())
                .isEqualTo("=C3=A9.\r\n=2Edot\r\n=46rom here\r\nblank=20\r\ntab=09\r\n=3D\r\n");
    }

    @Test
    void aLongLineIsBrokenBetweenCharacters() {
        assertThat(write("x".repeat(70) + "é" + "y".repeat(80)).body())
                .isEqualTo("x".repeat(70) + "=\r\n=C3=A9" + "y".repeat(69) + "=\r\n" + "y".repeat(11) + "\r\n");
    }

    @Test
    void whatIsEscapedAtTheBeginningOfALineIsEscapedWhereALineWasBroken() {
        assertThat(write("é" + "x".repeat(69) + ".From here").body())
                .isEqualTo("=C3=A9" + "x".repeat(69) + "=\r\n=2EFrom here\r\n");
    }

    @Test
    void halfASurrogatePairIsAQuestionMark() {
        assertThat(write("half \ud83d of a pair").body()).isEqualTo("half ? of a pair\r\n");
    }
}
