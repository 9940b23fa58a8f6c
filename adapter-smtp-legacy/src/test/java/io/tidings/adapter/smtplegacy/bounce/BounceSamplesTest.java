package io.tidings.adapter.smtplegacy.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.delivery.DeliveryEventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told from each sample, whatever its line ends. */
class BounceSamplesTest {

    private static final Map<String, List<String>> EXPECTED = Samples.expected();

    private final BounceParser parser = new BounceParser();

    static Stream<String> samples() {
        return EXPECTED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void withLineFeeds(String name) {
        assertThat(parser.understand(Samples.read(name)))
                .extracting(Samples::told)
                .containsExactlyElementsOf(EXPECTED.get(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void withCarriageReturnsAndLineFeeds(String name) {
        assertThat(parser.understand(Samples.withCarriageReturns(Samples.read(name))))
                .extracting(Samples::told)
                .containsExactlyElementsOf(EXPECTED.get(name));
    }

    @Test
    void thereAreEnoughOfThem() {
        long bounces = EXPECTED.values().stream()
                .filter(events -> events.stream().anyMatch(event -> event.startsWith(DeliveryEventType.BOUNCED.name())))
                .count();

        assertThat(bounces).isGreaterThanOrEqualTo(60);
        assertThat(EXPECTED).hasSizeGreaterThanOrEqualTo(90);
    }
}
