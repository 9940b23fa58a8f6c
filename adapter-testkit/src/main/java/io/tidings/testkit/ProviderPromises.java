package io.tidings.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the message tells the provider, and not its readers. */
abstract class ProviderPromises extends Promise {

    ProviderPromises(Callable<Rig> factory) {
        super(factory);
    }

    @Test
    void severalTagsArriveInOrder() {
        sendOrRefuse(Messages.message().tags("reports", "daily", "Reports").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a,b;c", "\"quoted\"", "Größe 数据"})
    void aTagArrivesAsItIs(String tag) {
        sendOrRefuse(Messages.message().tags(tag).build());
    }

    @Test
    void allMetadataArrives() {
        sendOrRefuse(Messages.message()
                .metadata(Map.of("case", "4711", "case.office", "Illinois", "retry-of_1", "true"))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"quoted\" \\ value", "{\"a\": 1}", "Größe 数据", "1", "null", "=?utf-8?q?Not_encoded?="})
    void aValueOfMetadataArrivesAsItIs(String value) {
        sendOrRefuse(Messages.message().metadata(Map.of("case", value)).build());
    }

    @Test
    void whenToSendArrivesToTheSecond() {
        Instant later = Instant.now().plus(30, ChronoUnit.MINUTES);
        sendOrRefuse(Messages.message().sendAt(later).build());
    }
}
