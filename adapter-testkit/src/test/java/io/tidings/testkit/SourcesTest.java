package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.ContentSizeException;
import io.tidings.email.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SourcesTest {

    @Test
    void aLyingSourceIsFoundOutByItsSize() {
        assertThatThrownBy(() -> read(Sources.lying(10, 9))).isInstanceOf(ContentSizeException.class);
        assertThatThrownBy(() -> read(Sources.lying(10, 11))).isInstanceOf(ContentSizeException.class);
    }

    @Test
    void aSourceThatDoesNotOpenSaysWhy() {
        assertThatThrownBy(() -> read(Sources.unopenable("why")))
                .isInstanceOf(IOException.class)
                .hasMessage("why");
    }

    @Test
    void aBreakingSourceGivesItsFirstHalf() throws IOException {
        try (InputStream stream = Sources.breaking(100, "broken").open()) {
            assertThat(stream.readNBytes(50)).hasSize(50);
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessage("broken");
        }
    }

    @Test
    void zerosAreAsManyAsStated() throws IOException {
        assertThat(read(Sources.zeros(100_000))).isEqualTo(new byte[100_000]);
        assertThat(read(Sources.zeros(0))).isEmpty();
    }

    private static byte[] read(ContentSource source) throws IOException {
        try (InputStream stream = source.openChecked()) {
            return stream.readAllBytes();
        }
    }
}
