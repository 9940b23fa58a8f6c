package io.tidings.testkit;

import io.tidings.email.Header;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

abstract class HeaderPromises extends Promise {

    HeaderPromises(Callable<Rig> factory) {
        super(factory);
    }

    static Stream<Sample> subjects() {
        return Sample.subjects();
    }

    static Stream<Sample> headerValues() {
        return Sample.headerValues();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theSubjectArrivesAsItIs(Sample subject) {
        sendOrRefuse(Messages.message().subject(subject.text()).build());
    }

    @ParameterizedTest
    @MethodSource("headerValues")
    void aHeaderOfTheApplicationArrivesAsItIs(Sample value) {
        sendOrRefuse(Messages.message()
                .headers(new Header("X-Case-Reference", value.text()))
                .build());
    }

    @Test
    void severalHeadersArrive() {
        sendOrRefuse(Messages.message()
                .headers(new Header("X-Case-Reference", "4711"), new Header("X-Office", "Größenamt"))
                .build());
    }
}
