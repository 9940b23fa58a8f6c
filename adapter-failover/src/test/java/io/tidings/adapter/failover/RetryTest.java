package io.tidings.adapter.failover;

import static io.tidings.adapter.failover.Bench.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {

    private static final Failure BUSY = Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED);

    @ParameterizedTest
    @EnumSource(names = {"TRANSPORT", "RATE", "RECIPIENT_TEMPORARY"})
    void whatMayWorkLaterIsOfferedAgain(Verdict verdict) {
        Bench bench = Bench.create();
        bench.first.next(Answer.fail(verdict));

        SendResult result = bench.failover.send(message().build());

        assertThat(result).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.provider())
                .isEqualTo("first"));
        assertThat(bench.first.requests()).hasSize(2);
        assertThat(bench.second.requests()).isEmpty();
        assertThat(result.attempts()).extracting(Attempt::provider).containsExactly("first", "first");
        assertThat(bench.time.waits()).hasSize(1);
    }

    @Test
    void waitsDoubleAndAreDrawnAtRandom() {
        Bench bench = Bench.with(20, Duration.ofHours(1));
        bench.first.always(Answer.fail(Verdict.RATE));
        bench.second.always(Answer.fail(Verdict.RATE));

        bench.failover.send(message().build());

        assertThat(bench.time.waits()).hasSize(19).doesNotHaveDuplicates();
        for (int i = 0; i < 19; i++) {
            Duration longest = Duration.ofMillis(Math.min(10_000, 500L << i));
            assertThat(bench.time.waits().get(i)).isPositive().isLessThanOrEqualTo(longest);
        }
    }

    @Test
    void theFirstWaitMayBeAnythingUpToHalfASecond() {
        Waiting waiting = new Waiting(time -> {}, new Random(7), Duration.ZERO);

        assertThat(IntStream.range(0, 1_000).mapToObj(i -> waiting.backoff(1)))
                .anyMatch(wait -> wait.toMillis() < 25)
                .anyMatch(wait -> wait.toMillis() > 475);
    }

    @Test
    void aWaitThatTheProviderAsksForIsKept() {
        Bench bench = Bench.create();
        bench.first.next(Answer.fail(BUSY.withRetryAfter(Duration.ofSeconds(20))));

        assertThat(bench.failover.send(message().build())).isInstanceOf(Accepted.class);
        assertThat(bench.time.waits()).containsExactly(Duration.ofSeconds(20));
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void aWaitThatIsTooLongMakesTheMessageMoveAtOnce() {
        Bench bench = Bench.create();
        bench.first.always(Answer.fail(BUSY.withRetryAfter(Duration.ofSeconds(31))));

        SendResult result = bench.failover.send(message().build());

        assertThat(result).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.provider())
                .isEqualTo("second"));
        assertThat(bench.time.waits()).isEmpty();
    }

    @Test
    void allWaitsTogetherStayWithinTheBudget() {
        Bench bench = Bench.with(20, Duration.ofSeconds(30));
        Answer busy = Answer.fail(BUSY.withRetryAfter(Duration.ofSeconds(14)));
        bench.first.always(busy);
        bench.second.always(busy);

        SendResult result = bench.failover.send(message().build());

        assertThat(bench.time.waits()).containsExactly(Duration.ofSeconds(14), Duration.ofSeconds(14));
        assertThat(result).isInstanceOfSatisfying(Deferred.class, deferred -> assertThat(
                        deferred.failure().retryAfter())
                .contains(Duration.ofSeconds(14)));
    }

    @Test
    void withoutWaitingThereIsNoRetry() {
        Bench bench = Bench.with(3, Duration.ZERO);
        bench.first.always(Answer.fail(Verdict.TRANSPORT));

        assertThat(bench.failover.send(message().build())).isInstanceOf(Accepted.class);
        assertThat(bench.first.requests()).hasSize(1);
        assertThat(bench.time.waits()).isEmpty();
    }

    @Test
    void theNextProviderIsAskedOnceEvenIfAllAttemptsAreUsedUp() {
        Bench bench = Bench.with(2, Duration.ofSeconds(30));
        bench.first.always(Answer.fail(Verdict.TRANSPORT));
        bench.second.always(Answer.fail(Verdict.TRANSPORT));

        SendResult result = bench.failover.send(message().build());

        assertThat(result.attempts()).extracting(Attempt::provider).containsExactly("first", "first", "second");
        assertThat(result.problem().map(Failure::reason)).contains(FailureReason.SERVICE_UNAVAILABLE);
    }

    @Test
    void aSingleAdapterIsRetried() {
        Bench bench = Bench.alone();
        bench.first.next(Answer.fail(Verdict.TRANSPORT), Answer.fail(Verdict.TRANSPORT));

        assertThat(bench.failover.send(message().build())).isInstanceOf(Accepted.class);
        assertThat(bench.first.copies()).hasSize(1);
    }

    @Test
    void aMessageThatExpiresWhileItWaitsIsNotSent() {
        Bench bench = Bench.create();
        bench.first.always(Answer.fail(BUSY.withRetryAfter(Duration.ofSeconds(20))));
        EmailMessage urgent =
                message().expiry(SimulatedTime.NOON.plusSeconds(10)).build();

        SendResult result = bench.failover.send(urgent);

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.failure().reason())
                .isEqualTo(FailureReason.EXPIRED));
        assertThat(result.attempts()).hasSize(1);
        assertThat(bench.first.requests()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitAndLeavesTheLastResult() {
        SimulatedTime time = new SimulatedTime();
        ScriptedPort busy = new ScriptedPort("first", time).always(Answer.fail(Verdict.RATE));
        ScriptedPort other = new ScriptedPort("second", time);
        FailoverEmailAdapter failover = new FailoverEmailAdapter(
                FailoverConfig.of(busy, other),
                time,
                wait -> {
                    throw new InterruptedException();
                },
                () -> new Random(1));

        SendResult result = failover.send(message().build());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.problem().map(Failure::reason)).contains(FailureReason.RATE_LIMITED);
        assertThat(busy.requests()).hasSize(1);
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void anInterruptedSendDoesNotGoOnToTheNextProvider() {
        Bench bench = Bench.with(1, Duration.ZERO);
        bench.first.always(Answer.fail(Failure.of(Verdict.TRANSPORT, FailureReason.INTERRUPTED)));
        bench.first.breaksWith(results -> {
            Thread.currentThread().interrupt();
            return results;
        });

        SendResult result = bench.failover.send(message().build());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.problem().map(Failure::reason)).contains(FailureReason.INTERRUPTED);
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void aMessageThatFindsAllConnectionsInUseMovesOnAndTheBreakerStaysAsItIs() {
        Bench bench = Bench.create();
        bench.first.always(Answer.fail(Failure.of(Verdict.TRANSPORT, FailureReason.POOL_EXHAUSTED)));

        for (int i = 0; i < 5; i++) {
            assertThat(bench.failover.send(message().build()))
                    .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.provider())
                            .isEqualTo("second"));
        }

        assertThat(bench.failover.breaker("first").isOpen()).isFalse();
        assertThat(bench.first.requests()).hasSize(15);
    }

    @Test
    void nobodyWaitsForTheLastProviderOnceItsBreakerHasOpened() {
        Bench bench = Bench.with(20, Duration.ofHours(1));
        bench.first.always(Answer.fail(Verdict.ACCOUNT));
        bench.second.always(Answer.fail(Verdict.TRANSPORT));

        SendResult result = bench.failover.send(message().build());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(bench.second.requests()).hasSize(3);
        assertThat(bench.time.waits()).hasSize(2);
    }

    @Test
    void everyProvidersWordIsAmongTheAttemptsAndTheLastOnesIsTheFailure() {
        Bench bench = Bench.with(1, Duration.ZERO);
        bench.first.always(Answer.fail(Verdict.TRANSPORT));
        bench.second.always(Answer.fail(Verdict.ACCOUNT));

        SendResult result = bench.failover.send(message().build());

        assertThat(result.problem().map(Failure::verdict)).contains(Verdict.ACCOUNT);
        assertThat(result.attempts())
                .extracting(attempt ->
                        attempt.outcome().failure().map(Failure::verdict).orElseThrow())
                .containsExactly(Verdict.TRANSPORT, Verdict.ACCOUNT);
    }
}
