package io.tidings.email;

import static io.tidings.email.Messages.FROM;
import static io.tidings.email.Messages.JANE;
import static io.tidings.email.Messages.file;
import static io.tidings.email.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedSizeTest {

    static IntStream sizes() {
        return IntStream.rangeClosed(0, 200);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void countsAttachmentsInLinesOfBase64(int size) {
        int encoded = Base64.getMimeEncoder().encode(new byte[size]).length;
        int lastLineBreak = size == 0 ? 0 : 2;

        assertThat(message().attachments(file(size)).build().encodedSize()
                        - message().build().encodedSize())
                .isEqualTo(encoded + lastLineBreak);
    }

    @Test
    void countsEveryAttachment() {
        assertThat(message().attachments(file(3), file(3)).build().encodedSize()
                        - message().build().encodedSize())
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u007f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "😀", "aé用😀z"})
    void countsBodiesInUtf8(String text) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length;

        assertThat(size("s", text, null)).isEqualTo(1 + octets);
        assertThat(size("s", null, text)).isEqualTo(1 + octets);
        assertThat(size("s", text, text)).isEqualTo(1 + 2L * octets);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void countsAnyTextInUtf8(long seed) {
        int[] codePoints = new Random(seed)
                .ints(500, 1, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .toArray();
        String text = new String(codePoints, 0, codePoints.length);

        assertThat(MessageRules.utf8Length(Optional.of(text))).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void countsSubjectAndHeaders() {
        assertThat(size("été", "t", null)).isEqualTo(5 + 1);
        assertThat(message()
                                .headers(new Header("X-Name", "été"), new Header("X", "1"))
                                .build()
                                .encodedSize()
                        - message().build().encodedSize())
                .isEqualTo("X-Name: \r\n".length() + 5 + "X: 1\r\n".length());
    }

    private static long size(String subject, String html, String text) {
        return EmailMessage.builder()
                .from(FROM)
                .to(JANE)
                .content(new Content(subject, Optional.ofNullable(html), Optional.ofNullable(text)))
                .build()
                .encodedSize();
    }
}
