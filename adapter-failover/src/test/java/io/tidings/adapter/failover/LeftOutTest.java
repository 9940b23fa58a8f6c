package io.tidings.adapter.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adapters that give a broadcast up, try several relays, or several messages at once. */
class LeftOutTest {

    private static final Failure DOWN = Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED);
    private static final Failure REFUSED = Failure.of(Verdict.ACCOUNT, FailureReason.ACCESS_DENIED);

    private final Bench bench = Bench.create();

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT", "TRANSPORT"})
    void whatAnAdapterDoesNotTryAnyMoreMovesAtOnce(Verdict verdict) {
        Failure failure = verdict == Verdict.ACCOUNT ? REFUSED : DOWN;
        int tried = verdict == Verdict.ACCOUNT ? 1 : 3;
        bench.first.breaksWith(results -> mapped(results, i -> {
            return new Deferred(failure, i < tried ? List.of(attempt(failure, 0, 1)) : List.of());
        }));
        List<EmailMessage> messages = Bench.messages(1_000);

        List<SendResult> results = bench.failover.sendAll(messages);

        assertThat(results).hasOnlyElementsOfType(Accepted.class);
        assertThat(bench.second.requests()).containsExactly(messages);
        assertThat(bench.first.requests()).hasSize(1);
        assertThat(bench.time.waits()).isEmpty();
        assertThat(results.get(0).attempts()).extracting(Attempt::provider).containsExactly("first", "second");
        assertThat(results.get(999).attempts()).extracting(Attempt::provider).containsExactly("second");
    }

    /** In each request one message is accepted, the next in doubt, and the others are left out. */
    @Test
    void whoIsLeftOutBecauseOfAnotherKeepsItsOffers() {
        Bench alone = Bench.alone();
        Failure lost = Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT);
        alone.first.breaksWith(results -> mapped(results, i -> switch (i) {
            case 0 -> results.get(0);
            case 1 -> new Unconfirmed("first", lost, List.of(attempt(lost, 0, 1)));
            default -> new Deferred(Failure.of(Verdict.TRANSPORT, FailureReason.TIMED_OUT), List.of());
        }));

        List<SendResult> results = alone.failover.sendAll(Bench.messages(10));

        assertThat(alone.first.requests()).hasSize(5);
        for (int i = 0; i < 10; i++) {
            assertThat(results.get(i)).isInstanceOf(i % 2 == 0 ? Accepted.class : Unconfirmed.class);
            assertThat(results.get(i).attempts()).hasSize(1);
        }
    }

    @Test
    void anAdapterThatTriesNothingIsNotOfferedMoreThanTheConfiguredTimes() {
        bench.first.breaksWith(results -> mapped(results, i -> new Deferred(DOWN, List.of())));

        List<SendResult> results = bench.failover.sendAll(Bench.messages(10));

        assertThat(bench.first.requests()).hasSize(3);
        assertThat(results).hasOnlyElementsOfType(Accepted.class);
        assertThat(bench.failover.breaker("first").isOpen()).isFalse();
    }

    /** Another relay of the same adapter does. */
    @Test
    void oneRelayThatDoesNotKnowTheAccountSaysNothingAboutTheAdapter() {
        bench.first.breaksWith(results -> mapped(results, i -> {
            List<Attempt> attempts = List.of(attempt(REFUSED, 0, 1), attempt(Outcome.accepted(), 1, 2));
            return new Accepted("first", "", Map.of(), attempts);
        }));

        bench.failover.send(Bench.message().build());
        SendResult result = bench.failover.send(Bench.message().build());

        assertThat(result.lastProvider()).contains("first");
        assertThat(bench.failover.breaker("first").isOpen()).isFalse();
    }

    @Test
    void oneRelayThatIsOutOfOrderMayStillKnowTheAccount() {
        bench.first.breaksWith(results -> mapped(results, i -> {
            return new Deferred(DOWN, List.of(attempt(REFUSED, 0, 1), attempt(DOWN, 1, 2)));
        }));

        bench.failover.sendAll(Bench.messages(2));

        assertThat(bench.first.requests()).as("it was offered them again").hasSize(2);
    }

    /** The first of them began before the one that worked, and ended after it. */
    @Test
    void attemptsAtTheSameTimeCountInTheOrderInWhichTheyEnded() {
        Outcome[] outcomes = {DOWN, Outcome.accepted(), DOWN, DOWN};
        int[] ends = {10, 2, 11, 12};
        bench.first
                .next(Answer.accept())
                .breaksWith(results -> mapped(results, i -> {
                    List<Attempt> attempts = List.of(attempt(outcomes[i], i, ends[i]));
                    return i == 1 ? new Accepted("first", "", Map.of(), attempts) : new Deferred(DOWN, attempts);
                }));

        bench.failover.sendAll(Bench.messages(4));

        assertThat(bench.failover.breaker("first").isOpen()).isTrue();
        assertThat(bench.first.requests()).hasSize(1);
    }

    private interface Each {
        SendResult result(int number);
    }

    private static List<SendResult> mapped(List<SendResult> results, Each each) {
        List<SendResult> mapped = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            mapped.add(each.result(i));
        }
        return mapped;
    }

    private static Attempt attempt(Outcome outcome, int startsAt, int endsAt) {
        return new Attempt(
                "first", outcome, SimulatedTime.NOON.plusSeconds(startsAt), Duration.ofSeconds(endsAt - startsAt));
    }
}
