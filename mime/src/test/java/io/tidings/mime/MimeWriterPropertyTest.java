package io.tidings.mime;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidings.email.EmailMessage;
import io.tidings.testkit.Arrival;
import io.tidings.testkit.MessageGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every message, over messages of every shape, script and size. */
class MimeWriterPropertyTest {

    private static final int MESSAGES = 50;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMessageIsReadAsItWasMeant(long seed) {
        MessageGenerator generator = new MessageGenerator(seed);
        for (int i = 0; i < MESSAGES; i++) {
            EmailMessage message = generator.next();
            assertThatCode(() -> check(message))
                    .as("message %d of seed %d", i, seed)
                    .doesNotThrowAnyException();
        }
    }

    private static void check(EmailMessage message) throws Exception {
        Wire wire = Wire.of(message);
        Arrival.assertSame(message, AngusReader.read(wire.octets(), message));
        Arrival.assertSame(message, Mime4jReader.read(wire.octets(), message));
    }
}
