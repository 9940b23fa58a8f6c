package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static io.tidings.email.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/csv; charset=utf-8",
                "text/csv;charset=utf-8;header=present",
                "text/csv \t; \tcharset=utf-8",
                "text/plain; charset=\"utf-8\"",
                "text/plain; name=\"a b;c=d\"",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "image/svg+xml",
                "a/b"
            })
    void takesMediaTypes(String type) {
        assertThat(Attachment.of("a", type, bytes(1)).contentType()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text/",
                "/csv",
                "text/csv;",
                "multipart/mixed; boundary=a",
                "Message/rfc822",
                "text/csv; charset",
                "text/csv; charset=",
                "text/csv; charset=utf-8 ",
                " text/csv",
                "text /csv",
                "text/csv, text/html",
                "text/csv\r\nBcc: a@example.com",
                "text/csv;\r\n charset=utf-8",
                "text/csv\n; charset=utf-8",
                "text/csv;\n\na=b",
                "text/csv; a=\"b\r\nc\"",
                "text/csv; a=\"b\"c\"",
                "text/csv; a=\"b\\c\"",
                "text/csv; a=\"ü\"",
                "tëxt/csv",
                "text/csv\n"
            })
    void refusesWhatIsNoMediaType(String type) {
        assertRefused("contentType", () -> Attachment.of("a", type, bytes(1)));
    }

    @Test
    void refusesMediaTypesWithoutEnd() {
        String parameters = "; a=b".repeat(10);
        assertThat(Attachment.of("a", "text/csv" + parameters, bytes(1)).contentType())
                .hasSize(58);
        assertRefused("contentType", () -> Attachment.of("a", "text/csv" + parameters + "; a=b", bytes(1)));
        assertRefused("contentType", () -> Attachment.of("a", "text/" + "a".repeat(128), bytes(1)));
        assertRefused("contentType", () -> Attachment.of("a", "text/csv" + " ".repeat(100_000), bytes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.csv", "Bericht März.pdf", "報告.pdf", "a; b=\"c\".txt", "😀"})
    void takesFileNamesInAnyScript(String name) {
        assertThat(Attachment.of(name, "text/csv", bytes(1)).fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nb.csv", "a\nb", "a\0.csv", "\ud800.csv"})
    void refusesFileNamesThatAreBlankOrBreakTheLine(String name) {
        assertRefused("fileName", () -> Attachment.of(name, "text/csv", bytes(1)));
    }

    @Test
    void takesFileNamesOfUpTo1000Characters() {
        assertThat(Attachment.of("a".repeat(1000), "text/csv", bytes(1)).fileName())
                .hasSize(1000);
        assertRefused("fileName", () -> Attachment.of("a".repeat(1001), "text/csv", bytes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logo", "logo@portal", "!", "~", ";=?"})
    void takesContentIds(String id) {
        Attachment inline = Attachment.inline(id, "logo.png", "image/png", bytes(1));

        assertThat(inline.contentId()).contains(id);
        assertThat(inline.isInline()).isTrue();
        assertThat(inline.fileName()).isEqualTo("logo.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "<logo>", "a<b", "a>b", "lögo", "a\r\nb", "a\u007f"})
    void refusesWhatIsNoContentId(String id) {
        assertRefused("contentId", () -> Attachment.inline(id, "logo.png", "image/png", bytes(1)));
    }

    @Test
    void takesContentIdsOfUpTo255Characters() {
        assertThat(Attachment.inline("c".repeat(255), "a", "image/png", bytes(1))
                        .isInline())
                .isTrue();
        assertRefused("contentId", () -> Attachment.inline("c".repeat(256), "a", "image/png", bytes(1)));
    }

    @Test
    void isAFileWithoutContentId() {
        assertThat(Attachment.of("a", "text/csv", bytes(1)).isInline()).isFalse();
    }

    @Test
    void refusesASizeBelowZero() {
        assertThat(Attachment.of("a", "text/csv", bytes(0)).content().size()).isZero();
        assertRefused("content", () -> Attachment.of("a", "text/csv", new Broken()));
        assertThatNullPointerException().isThrownBy(() -> Attachment.of("a", "text/csv", null));
        assertThatNullPointerException().isThrownBy(() -> new Attachment("a", "text/csv", bytes(1), null));
    }

    @Test
    void showsItsSizeOnly() {
        assertThat(new Attachment("canary", "text/canary", bytes(3), Optional.of("canary")))
                .hasToString("Attachment[3 octets]");
    }

    private static final class Broken implements ContentSource {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }
}
