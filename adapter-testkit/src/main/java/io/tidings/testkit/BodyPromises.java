package io.tidings.testkit;

import io.tidings.email.Content;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

abstract class BodyPromises extends Promise {

    BodyPromises(Callable<Rig> factory) {
        super(factory);
    }

    static Stream<Sample> bodies() {
        return Sample.bodies();
    }

    @Test
    void htmlAndTextArriveTogether() {
        send(Optional.of("<p>Accepted.</p>"), Optional.of("Accepted."));
    }

    @Test
    void htmlArrivesAlone() {
        send(Optional.of("<p>Accepted.</p>"), Optional.empty());
    }

    @Test
    void textArrivesAlone() {
        send(Optional.empty(), Optional.of("Accepted."));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whateverTheBodiesHoldArrives(Sample sample) {
        send(Optional.of("<pre>" + sample.text() + "</pre>"), Optional.of(sample.text()));
    }

    private void send(Optional<String> html, Optional<String> text) {
        sendOrRefuse(
                Messages.message().content(new Content("Accepted", html, text)).build());
    }
}
