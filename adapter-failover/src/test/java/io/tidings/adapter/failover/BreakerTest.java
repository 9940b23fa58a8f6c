package io.tidings.adapter.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Attempt;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {

    private final SimulatedTime time = new SimulatedTime();
    private final Breaker breaker = new Breaker("first", time, 3);

    @Test
    void opensAfterThreeFailuresInARow() {
        fail(Verdict.TRANSPORT);
        fail(Verdict.TRANSPORT);
        assertThat(breaker.letsPass()).isTrue();
        breaker.record(List.of(attempt(Verdict.TRANSPORT)));

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.letsPass()).isFalse();
    }

    @Test
    void startsToCountAnewAfterASuccess() {
        for (int i = 0; i < 10; i++) {
            fail(Verdict.TRANSPORT);
            fail(Verdict.TRANSPORT);
            succeed();
        }

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void countsAnUnknownOutcomeAsManyTimesAsItIsTold() {
        Breaker once = new Breaker("second", time, 1);
        once.letsPass();
        once.record(List.of(attempt(Verdict.UNKNOWN)));
        fail(Verdict.UNKNOWN);

        assertThat(once.isOpen()).isFalse();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void opensAtOnceIfTheAccountIsOfNoUse() {
        fail(Verdict.ACCOUNT);

        assertThat(breaker.letsPass()).isFalse();
    }

    @Test
    void opensOnlyOnceIfSeveralThreadsSeeIt() {
        assertThat(Stream.of(1, 2).allMatch(i -> breaker.letsPass())).isTrue();
        breaker.record(List.of(attempt(Verdict.ACCOUNT)));
        breaker.record(List.of(attempt(Verdict.ACCOUNT)));

        assertThat(breaker.isOpen()).isTrue();
        assertThatItLetsOneTryAfterTheFirstPause();
    }

    @Test
    void opensOnlyOnceForAllMessagesOfABroadcast() {
        breaker.letsPass();
        breaker.record(Collections.nCopies(1_000, attempt(Verdict.ACCOUNT)));

        assertThatItLetsOneTryAfterTheFirstPause();
    }

    private void assertThatItLetsOneTryAfterTheFirstPause() {
        time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        assertThat(breaker.letsPass()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"MESSAGE", "TRANSPORT", "ACCOUNT"})
    void whatWasAskedBeforeItOpenedSaysNothingWhileOneTries(Verdict late) {
        fail(Verdict.ACCOUNT);
        time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        inAnotherThread(() -> assertThat(breaker.letsPass()).isTrue());
        breaker.record(List.of(attempt(late)));
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.letsPass()).as("a second one").isFalse();
    }

    @Test
    void aSuccessThatWasAskedForBeforeItOpenedDoesNotCloseIt() {
        fail(Verdict.ACCOUNT);
        time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        inAnotherThread(() -> assertThat(breaker.letsPass()).isTrue());
        breaker.record(List.of(attempt(null)));

        assertThat(breaker.letsPass()).as("a second one").isFalse();
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @ParameterizedTest
    @EnumSource(names = {"MESSAGE", "RECIPIENT_PERMANENT", "RECIPIENT_TEMPORARY", "SENDER", "RATE"})
    void neverOpensForWhatSaysNothingAboutTheProvider(Verdict verdict) {
        for (int i = 0; i < 100; i++) {
            fail(verdict);
        }

        assertThat(breaker.letsPass()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"POOL_EXHAUSTED", "INTERRUPTED"})
    void neverOpensForWhatDidNotGetAsFarAsTheProvider(FailureReason reason) {
        fail(Verdict.TRANSPORT);
        fail(Verdict.TRANSPORT);
        for (int i = 0; i < 100; i++) {
            fail(reason);
        }

        assertThat(breaker.isOpen()).isFalse();
        fail(Verdict.TRANSPORT);
        assertThat(breaker.isOpen()).as("the third failure in a row").isTrue();
    }

    @Test
    void letsAnotherOneTryIfTheFirstDidNotGetAsFarAsTheProvider() {
        fail(Verdict.ACCOUNT);
        time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        fail(FailureReason.POOL_EXHAUSTED);

        assertThat(breaker.letsPass()).isTrue();
        assertThat(breaker.letsPass()).isFalse();
    }

    @Test
    void letsOneTryAfterFiveSecondsAndClosesIfThatWorks() {
        fail(Verdict.ACCOUNT);
        time.pass(Breaker.FIRST_PAUSE);
        assertThat(breaker.letsPass()).as("too early").isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(breaker.letsPass()).as("the one that may try").isTrue();
        assertThat(breaker.letsPass()).as("another one meanwhile").isFalse();
        breaker.record(List.of(attempt(null)));

        assertThat(Stream.of(1, 2, 3).allMatch(i -> breaker.letsPass())).isTrue();
    }

    @Test
    void letsAnotherOneTryIfTheFirstSaidNothingAboutTheProvider() {
        fail(Verdict.ACCOUNT);
        time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        fail(Verdict.MESSAGE);

        assertThat(breaker.letsPass()).isTrue();
        assertThat(breaker.letsPass()).isFalse();
    }

    @Test
    void letsAnotherOneTryIfTheFirstTriedNothing() {
        fail(Verdict.ACCOUNT);
        time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        breaker.letsPass();
        breaker.record(List.of());

        assertThat(breaker.letsPass()).isTrue();
    }

    @Test
    void staysOpenTwiceAsLongEachTimeUpToFiveMinutes() {
        fail(Verdict.ACCOUNT);
        Duration pause = Breaker.FIRST_PAUSE;
        for (int i = 0; i < 10; i++) {
            time.pass(pause);
            assertThat(breaker.letsPass()).isFalse();
            time.pass(Duration.ofMillis(1));
            fail(Verdict.TRANSPORT);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(Breaker.LONGEST_PAUSE) < 0 ? twice : Breaker.LONGEST_PAUSE;
        }
    }

    private void fail(Verdict verdict) {
        assertThat(breaker.letsPass()).isTrue();
        breaker.record(List.of(attempt(verdict)));
    }

    private void fail(FailureReason reason) {
        assertThat(breaker.letsPass()).isTrue();
        Failure failure = Failure.of(Verdict.TRANSPORT, reason);
        breaker.record(List.of(new Attempt("first", failure, SimulatedTime.NOON, Duration.ZERO)));
    }

    private void succeed() {
        assertThat(breaker.letsPass()).isTrue();
        breaker.record(List.of(attempt(null)));
    }

    private static Attempt attempt(Verdict verdict) {
        Outcome outcome = verdict == null ? Outcome.accepted() : Failure.of(verdict, ScriptedPort.reason(verdict));
        return new Attempt("first", outcome, SimulatedTime.NOON, Duration.ZERO);
    }
}
