package io.tidings.mime;

import static io.tidings.testkit.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailMessage;
import io.tidings.testkit.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentContentTest {

    private static final String SECRET = "/home/jane/secret";

    private static EncodedMessage encode(ContentSource content) {
        EmailMessage message = message()
                .attachments(Attachment.of("a.bin", "application/octet-stream", content))
                .build();
        return new MimeWriter(InstantSource.fixed(Wire.NOW)).encode(message);
    }

    /** Around the ends of a line, and of what is encoded at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 56, 57, 58, 113, 114, 115, 8_207, 8_208, 8_209, 16_416, 16_417, 100_000})
    void theSizeIsKnownBeforeItIsRead(int size) throws IOException {
        EncodedMessage message = encode(ContentSource.of(new byte[size]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        message.write(out);

        assertThat(message.size()).isEqualTo(out.size());
    }

    @Test
    void aTebibyteIsMeasuredWithoutReadingIt() {
        assertThat(encode(Sources.zeros(1L << 40)).size()).isGreaterThan((1L << 40) / 57 * 78);
    }

    static Stream<ContentSource> unreadable() {
        return Stream.of(
                Sources.lying(10, 9),
                Sources.lying(10, 11),
                Sources.lying(8_208, 8_209),
                Sources.lying(0, 1),
                Sources.unopenable(SECRET),
                Sources.breaking(100_000, SECRET),
                throwing());
    }

    private static ContentSource throwing() {
        return new ContentSource() {
            @Override
            public long size() {
                return 1;
            }

            @Override
            public InputStream open() {
                throw new IllegalStateException(SECRET);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aSourceThatFailsIsToldFromAStreamThatFails(ContentSource content) {
        assertThatThrownBy(() -> encode(content).write(OutputStream.nullOutputStream()))
                .isInstanceOf(UnreadableAttachmentException.class)
                .hasNoCause()
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aStreamThatFailsIsNotTakenForASourceThatDoes() {
        IOException failure = new IOException("disk full");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw failure;
            }
        };

        assertThatThrownBy(() -> encode(ContentSource.of(new byte[100_000])).write(full))
                .isSameAs(failure);
    }

    @Test
    void aSourceIsClosedWhateverHappens() {
        boolean[] closed = new boolean[1];
        ContentSource source = new ContentSource() {
            @Override
            public long size() {
                return 100_000;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[50_000]) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
            }
        };

        assertThatThrownBy(() -> encode(source).write(OutputStream.nullOutputStream()))
                .isInstanceOf(UnreadableAttachmentException.class);
        assertThat(closed[0]).isTrue();
    }

    @Test
    void theStreamIsNeitherFlushedNorClosed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                throw new AssertionError("flushed");
            }

            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        encode(ContentSource.of(new byte[10])).write(out);

        assertThat(out.size()).isPositive();
    }
}
