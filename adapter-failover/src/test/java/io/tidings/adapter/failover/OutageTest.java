package io.tidings.adapter.failover;

import static io.tidings.adapter.failover.Bench.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("the key was revoked", Answer.fail(Verdict.ACCOUNT)),
                Arguments.of("out of service", Answer.fail(Verdict.TRANSPORT)),
                Arguments.of("takes messages and never answers", Answer.loseAnswer()),
                Arguments.of(
                        "resets connections",
                        Answer.fail(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECTION_LOST))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void fromTheSecondMessageOnTheNextProviderSendsWithoutWaiting(String name, Answer outage) {
        Bench bench = Bench.create();
        bench.first.always(outage);
        bench.failover.send(message().build());
        int asked = bench.first.requests().size();
        int waits = bench.time.waits().size();

        for (int i = 0; i < 100; i++) {
            assertThat(provider(bench.failover.send(message().build()))).isEqualTo("second");
        }

        assertThat(bench.first.requests()).hasSize(asked);
        assertThat(bench.time.waits()).hasSize(waits);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void mailReturnsWhenTheProviderRecovers(String name, Answer outage) {
        Bench bench = Bench.create();
        bench.first.always(outage);
        bench.failover.send(message().build());
        bench.first.always(Answer.accept());
        assertThat(provider(bench.failover.send(message().build()))).isEqualTo("second");

        bench.time.pass(Breaker.FIRST_PAUSE.plusMillis(1));

        assertThat(provider(bench.failover.send(message().build()))).isEqualTo("first");
        assertThat(provider(bench.failover.send(message().build()))).isEqualTo("first");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void theOneThatTriesInVainMovesWithoutWaiting(String name, Answer outage) {
        Bench bench = Bench.create();
        bench.first.always(outage);
        bench.failover.send(message().build());
        bench.failover.send(message().build());
        bench.time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        int waits = bench.time.waits().size();
        int asked = bench.first.requests().size();

        bench.failover.send(message().build());

        assertThat(bench.first.requests()).hasSize(asked + 1);
        assertThat(bench.time.waits()).hasSize(waits);
    }

    @Test
    void whileAllAreLeftAloneMessagesAreDeferredAtOnce() {
        Bench bench = Bench.create();
        bench.first.always(Answer.fail(Verdict.ACCOUNT));
        bench.second.always(Answer.fail(Verdict.ACCOUNT));
        bench.failover.send(message().build());

        SendResult result = bench.failover.send(message().build());

        assertThat(result).isInstanceOfSatisfying(Deferred.class, deferred -> assertThat(
                        deferred.failure().reason())
                .isEqualTo(FailureReason.BREAKER_OPEN));
        assertThat(result.attempts()).isEmpty();
        assertThat(bench.time.waits()).isEmpty();
    }

    @Test
    void aSingleProviderIsNotLeftAloneForOneUnknownOutcome() {
        Bench bench = Bench.alone();
        bench.first.next(Answer.loseAnswer());
        bench.failover.send(message().build());

        assertThat(provider(bench.failover.send(message().build()))).isEqualTo("first");
    }

    @Test
    void badAddressesNeverMakeMailMove() {
        Bench bench = Bench.create();
        bench.first.always(Answer.fail(Verdict.RECIPIENT_PERMANENT));
        for (int i = 0; i < 100; i++) {
            bench.failover.send(message().build());
        }
        bench.first.always(Answer.accept());

        assertThat(provider(bench.failover.send(message().build()))).isEqualTo("first");
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void anAttemptThatWorkedOnceMoreKeepsThePauseFromGrowing() {
        Bench bench = Bench.create();
        for (int i = 0; i < 5; i++) {
            bench.first.next(Answer.fail(Verdict.ACCOUNT));
            bench.failover.send(message().build());
            bench.time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
            assertThat(provider(bench.failover.send(message().build()))).isEqualTo("first");
        }
    }

    private static String provider(SendResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return ((Accepted) result).provider();
    }
}
