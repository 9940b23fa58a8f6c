package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidings.email.EmailMessage;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

abstract class GeneratedPromises extends Promise {

    private static final int MESSAGES = 10;

    GeneratedPromises(Callable<Rig> factory) {
        super(factory);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theyArriveAsTheyAre(long seed) {
        MessageGenerator generator = new MessageGenerator(seed);
        for (int i = 0; i < MESSAGES; i++) {
            EmailMessage message = generator.next();
            assertThatCode(() -> sendOrRefuse(message))
                    .as("message %d of new MessageGenerator(%d)", i, seed)
                    .doesNotThrowAnyException();
        }
    }
}
