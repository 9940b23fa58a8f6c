package io.tidings.email;

import static io.tidings.email.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentSourceTest {

    /** The ways to read a stream to its end. */
    enum Way {
        OCTET_BY_OCTET {
            @Override
            byte[] read(InputStream in) throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                for (int octet = in.read(); octet >= 0; octet = in.read()) {
                    out.write(octet);
                }
                return out.toByteArray();
            }
        },
        IN_PIECES {
            @Override
            byte[] read(InputStream in) throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                byte[] buffer = new byte[5];
                for (int read = in.read(buffer, 1, 3); read >= 0; read = in.read(buffer, 1, 3)) {
                    out.write(buffer, 1, read);
                }
                return out.toByteArray();
            }
        },
        AT_ONCE {
            @Override
            byte[] read(InputStream in) throws IOException {
                return in.readAllBytes();
            }
        };

        abstract byte[] read(InputStream in) throws IOException;
    }

    private record Stated(long size, byte[] content) implements ContentSource {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesExactlyWhatWasStated(Way way) throws IOException {
        for (int size : new int[] {0, 1, 3, 4, 100}) {
            byte[] content = new byte[size];
            new Random(size).nextBytes(content);
            try (InputStream in = new Stated(size, content).openChecked()) {
                assertThat(way.read(in)).isEqualTo(content);
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsIfThereIsLessThanWasStated(Way way) throws IOException {
        try (InputStream in = new Stated(10, new byte[9]).openChecked()) {
            assertThatExceptionOfType(ContentSizeException.class)
                    .isThrownBy(() -> way.read(in))
                    .withMessageContaining("10 octets");
        }
        try (InputStream in = new Stated(1, new byte[0]).openChecked()) {
            assertThatExceptionOfType(ContentSizeException.class).isThrownBy(() -> way.read(in));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsIfThereIsMoreThanWasStated(Way way) throws IOException {
        try (InputStream in = new Stated(10, new byte[11]).openChecked()) {
            assertThatExceptionOfType(ContentSizeException.class).isThrownBy(() -> way.read(in));
        }
        try (InputStream in = new Stated(0, new byte[1]).openChecked()) {
            assertThatExceptionOfType(ContentSizeException.class).isThrownBy(() -> way.read(in));
        }
    }

    @Test
    void failsAtTheFirstOctetBeyond() throws IOException {
        try (InputStream in = new Stated(2, new byte[3]).openChecked()) {
            assertThat(in.read()).isZero();
            assertThat(in.read()).isZero();
            assertThatExceptionOfType(ContentSizeException.class).isThrownBy(in::read);
        }
    }

    @Test
    void countsWhatIsSkipped() throws IOException {
        try (InputStream in = new Stated(4, new byte[] {1, 2, 3, 4}).openChecked()) {
            assertThat(in.skip(0)).isZero();
            assertThat(in.skip(3)).isEqualTo(3);
            assertThat(in.read()).isEqualTo(4);
            assertThat(in.read()).isEqualTo(-1);
        }
        try (InputStream in = new Stated(3, new byte[4]).openChecked()) {
            assertThatExceptionOfType(ContentSizeException.class).isThrownBy(() -> in.skip(4));
        }
        try (InputStream in = new Stated(4, new byte[3]).openChecked()) {
            assertThat(in.skip(3)).isEqualTo(3);
            assertThatExceptionOfType(ContentSizeException.class).isThrownBy(in::read);
        }
    }

    @Test
    void doesNotGoBackUnnoticed() throws IOException {
        try (InputStream in = bytes(3).openChecked()) {
            assertThat(in.markSupported()).isFalse();
        }
    }

    @Test
    void isNotChangedByTheArrayItWasMadeOf() throws IOException {
        byte[] given = {1, 2, 3};
        ContentSource source = ContentSource.of(given);
        given[0] = 9;

        assertThat(source.size()).isEqualTo(3);
        assertThat(read(source)).containsExactly(1, 2, 3);
    }

    @Test
    void canBeReadAgainAndAtTheSameTime() throws IOException {
        ContentSource source = bytes("content");
        try (InputStream first = source.openChecked();
                InputStream second = source.openChecked()) {
            assertThat(first.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("content");
            assertThat(second.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("content");
        }
        assertThat(read(source)).asString(StandardCharsets.UTF_8).isEqualTo("content");
    }

    @Test
    void readsAFileAnewEachTime(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("report.csv"), "a;b");
        ContentSource source = ContentSource.of(file);

        assertThat(source.size()).isEqualTo(3);
        assertThat(read(source)).asString(StandardCharsets.UTF_8).isEqualTo("a;b");
        Files.writeString(file, "c;d");
        assertThat(read(source)).asString(StandardCharsets.UTF_8).isEqualTo("c;d");
    }

    @Test
    void noticesThatAFileHasGrownOrShrunk(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("report.csv"), "a;b");
        ContentSource source = ContentSource.of(file);

        Files.writeString(file, "a;b\n");
        assertThatExceptionOfType(ContentSizeException.class).isThrownBy(() -> read(source));
        Files.writeString(file, "a;");
        assertThatExceptionOfType(ContentSizeException.class).isThrownBy(() -> read(source));
        Files.delete(file);
        assertThatThrownBy(() -> read(source)).isInstanceOf(IOException.class);
    }

    @Test
    void isMadeOfReadableFilesOnly(@TempDir Path directory) {
        assertThatThrownBy(() -> ContentSource.of(directory)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ContentSource.of(directory.resolve("missing"))).isInstanceOf(IOException.class);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverGivesAWrongNumberOfOctetsWithoutAnError(int seed) throws IOException {
        Random random = new Random(seed);
        int stated = random.nextInt(50);
        byte[] content = new byte[Math.max(0, stated + random.nextInt(5) - 2)];
        boolean failed = false;
        try (InputStream in = new Stated(stated, content).openChecked()) {
            for (int last = 0; last >= 0; ) {
                last = random.nextBoolean() ? in.read() : in.read(new byte[9], 0, 1 + random.nextInt(9));
                if (random.nextInt(4) == 0) {
                    in.skip(random.nextInt(5));
                }
            }
        } catch (ContentSizeException e) {
            failed = true;
        }
        assertThat(failed).isEqualTo(stated != content.length);
    }

    private static byte[] read(ContentSource source) throws IOException {
        try (InputStream in = source.openChecked()) {
            return in.readAllBytes();
        }
    }
}
