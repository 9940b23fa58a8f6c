package io.tidings.mime;

import static io.tidings.testkit.Messages.file;
import static io.tidings.testkit.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.EmailMessage;
import io.tidings.testkit.ReceivedAttachment;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("report.csv", "report.csv"),
                Arguments.of("two  spaces (1).txt", "two  spaces (1).txt"),
                Arguments.of("a\"b\\c.txt", "c.txt"),
                Arguments.of("a\"b'c*;.txt", "a\"b'c*;.txt"),
                Arguments.of("../../x", "x"),
                Arguments.of("..\\..\\x", "x"),
                Arguments.of("..", "attachment"),
                Arguments.of("a/.", "attachment"),
                Arguments.of("a/", "attachment"),
                Arguments.of("a/..\u202e", "attachment"),
                Arguments.of("n".repeat(296) + ".txt", "n".repeat(296) + ".txt"),
                Arguments.of("\ud83d\udce8".repeat(150), "\ud83d\udce8".repeat(150)),
                Arguments.of("annex\u202efdp.exe", "annexfdp.exe"),
                Arguments.of("\u2067\u05d0.txt\u2069", "\u05d0.txt"),
                Arguments.of("Ünï 你.pdf", "Ünï 你.pdf"),
                Arguments.of("100%25.txt", "100%25.txt"),
                Arguments.of("=?utf-8?Q?a?=", "=?utf-8?Q?a?="),
                Arguments.of("a.txt; filename=b.exe", "a.txt; filename=b.exe"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameArrivesAsItIsOrIsMadeHarmless(String given, String arriving) throws Exception {
        EmailMessage message =
                message().attachments(file(given, new byte[] {1})).build();
        byte[] octets = Wire.of(message).octets();

        assertThat(AngusReader.read(octets, message).attachments())
                .extracting(ReceivedAttachment::fileName)
                .containsExactly(arriving);
        assertThat(Mime4jReader.read(octets, message).attachments())
                .extracting(ReceivedAttachment::fileName)
                .containsExactly(arriving);
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of("report.csv", "filename=\"report.csv\""),
                Arguments.of("a b.txt", "filename=\"a b.txt\""),
                Arguments.of("a;b.txt", "filename*=utf-8''a%3Bb.txt"),
                Arguments.of("é.txt", "filename*=utf-8''%C3%A9.txt"),
                Arguments.of(".hidden", "filename*=utf-8''.hidden"),
                Arguments.of(
                        "x".repeat(70), "filename*0*=utf-8''" + "x".repeat(57) + "; filename*1*=" + "x".repeat(13)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aNameIsInQuotesOnlyIfItCannotBeMisread(String name, String parameter) {
        String text =
                Wire.of(message().attachments(file(name, new byte[1])).build()).text();

        assertThat(Pattern.compile("Content-Disposition: attachment;\\s+([^\r]+(\r\n [^\r]+)*)")
                        .matcher(text)
                        .results()
                        .map((MatchResult match) -> match.group(1).replace("\r\n", "")))
                .containsExactly(parameter);
    }
}
