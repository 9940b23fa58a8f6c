package io.tidings.adapter.sendgrid.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverStreamTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> handedOverAt = new ArrayList<>();

    private HandOverStream stream(int length) {
        return new HandOverStream(out, length, () -> {}, () -> handedOverAt.add(out.size()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itIsHandedOverOnceAndBeforeItsLastOctet(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] body = new byte[1 + random.nextInt(1000)];
        random.nextBytes(body);
        HandOverStream stream = stream(body.length);

        for (int from = 0; from < body.length; ) {
            int length = Math.min(body.length - from, random.nextInt(200));
            stream.write(body, from, length);
            from += length;
        }

        assertThatCode(stream::requireComplete).doesNotThrowAnyException();
        assertThat(out.toByteArray()).isEqualTo(body);
        assertThat(handedOverAt).singleElement().satisfies(at -> assertThat(at).isLessThan(body.length));
    }

    @Test
    void whatIsNotCompleteIsNotHandedOver() throws IOException {
        HandOverStream stream = stream(10);
        stream.write(new byte[9]);

        assertThatThrownBy(stream::requireComplete).isInstanceOf(UnreadableBodyException.class);
        assertThat(handedOverAt).isEmpty();
    }

    @Test
    void whatIsLongerThanStatedIsNotHandedOver() {
        HandOverStream stream = stream(10);

        assertThatThrownBy(() -> stream.write(new byte[11])).isInstanceOf(UnreadableBodyException.class);
        assertThat(handedOverAt).isEmpty();
        assertThat(out.size()).isZero();
    }

    @Test
    void octetByOctetIsTheSame() throws IOException {
        HandOverStream stream = stream(3);
        for (int i = 0; i < 3; i++) {
            stream.write(i);
        }

        assertThat(out.toByteArray()).containsExactly(0, 1, 2);
        assertThat(handedOverAt).containsExactly(2);
    }
}
