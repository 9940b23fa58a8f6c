package io.tidings.adapter.failover;

import static io.tidings.adapter.failover.Bench.message;
import static io.tidings.adapter.failover.Bench.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Capabilities;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    @Test
    void onlyWhatMustMoveMovesAndTheOrderStays() {
        Bench bench = Bench.create();
        Failure account = Failure.of(Verdict.ACCOUNT, FailureReason.CREDITS_EXHAUSTED);
        bench.first.breaksWith(results -> everyThirdFails(results, account));
        List<EmailMessage> messages = messages(9);

        List<SendResult> results = bench.failover.sendAll(messages);

        assertThat(bench.second.requests()).hasSize(1);
        assertThat(bench.second.requests().get(0)).containsExactly(messages.get(0), messages.get(3), messages.get(6));
        for (int i = 0; i < 9; i++) {
            String provider = i % 3 == 0 ? "second" : "first";
            assertThat(results.get(i))
                    .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.provider())
                            .isEqualTo(provider));
        }
    }

    private static List<SendResult> everyThirdFails(List<SendResult> results, Failure failure) {
        List<SendResult> mixed = new ArrayList<>(results);
        for (int i = 0; i < mixed.size(); i += 3) {
            mixed.set(i, new Deferred(failure, mixed.get(i).attempts()));
        }
        return mixed;
    }

    @Test
    void oneRequestIsOneAttemptForTheBreaker() {
        Bench bench = Bench.create();
        bench.first.next(Answer.fail(Verdict.TRANSPORT), Answer.fail(Verdict.TRANSPORT));

        List<SendResult> results = bench.failover.sendAll(messages(1_000));

        assertThat(results).hasOnlyElementsOfType(Accepted.class);
        assertThat(bench.first.requests()).hasSize(3);
        assertThat(bench.first.copies()).hasSize(1_000);
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void whatNoProviderCanCarryIsRejectedBeforeAnythingIsSentAndTheOthersAreSent() {
        Bench bench = Bench.create();
        ScriptedPort narrow = new ScriptedPort("third", bench.time)
                .can(Capabilities.unlimited().without(Feature.TAGS));
        FailoverEmailAdapter failover = new FailoverEmailAdapter(FailoverConfig.of(bench.first, narrow), bench.time);
        List<EmailMessage> messages = List.of(
                message().build(), message().tags("report").build(), message().build());

        List<SendResult> results = failover.sendAll(messages);

        assertThat(results.get(1)).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.failure())
                .isEqualTo(Failure.unsupported(Feature.TAGS)));
        assertThat(bench.first.copies()).containsExactly(messages.get(0), messages.get(2));
    }

    @Test
    void noMessagesNeedNoProvider() {
        Bench bench = Bench.create();

        assertThat(bench.failover.sendAll(List.of())).isEmpty();
        assertThat(bench.first.requests()).isEmpty();
    }

    @Test
    void anAdapterThatThrowsLeavesItsMessagesUnconfirmed() {
        Bench bench = Bench.create();
        bench.first.breaksWith(results -> {
            throw new IllegalStateException("jane@example.org");
        });

        List<SendResult> results = bench.failover.sendAll(messages(3));

        assertThat(results).hasSize(3).allSatisfy(result -> {
            assertThat(result).isInstanceOf(Unconfirmed.class);
            assertThat(result.problem().map(Failure::reason)).contains(FailureReason.ADAPTER_FAILED);
            assertThat(result.attempts()).extracting(Attempt::provider).containsExactly("first");
        });
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void anErrorOfAnAdapterDoesNotKeepOthersFromTryingIt() {
        Bench bench = Bench.create();
        bench.first.next(Answer.fail(Verdict.ACCOUNT));
        bench.failover.send(message().build());
        bench.time.pass(Breaker.FIRST_PAUSE.plusMillis(1));
        bench.first.breaksWith(results -> {
            throw new OutOfMemoryError();
        });
        assertThatThrownBy(() -> bench.failover.send(message().build())).isInstanceOf(OutOfMemoryError.class);
        bench.first.breaksWith(results -> results);

        assertThat(bench.failover.send(message().build()))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.provider())
                        .isEqualTo("first"));
    }

    @Test
    void attemptsCountInTheOrderInWhichTheyWereMade() {
        Bench bench = Bench.create();
        Failure down = Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED);
        bench.first.breaksWith(results -> twoOfThreeFail(results, down));

        bench.failover.sendAll(messages(999));

        assertThat(bench.failover.breaker("first").isOpen()).isFalse();
    }

    /** Each message in an attempt of its own. */
    private static List<SendResult> twoOfThreeFail(List<SendResult> results, Failure failure) {
        List<SendResult> mixed = new ArrayList<>(results);
        for (int i = 0; i < mixed.size(); i++) {
            Outcome outcome = i % 3 == 2 ? Outcome.accepted() : failure;
            Attempt attempt = new Attempt("first", outcome, SimulatedTime.NOON, Duration.ZERO);
            mixed.set(
                    i,
                    i % 3 == 2
                            ? new Accepted("first", "", Map.of(), List.of(attempt))
                            : new Deferred(failure, List.of(attempt)));
        }
        return mixed;
    }

    @Test
    void anAdapterThatForgetsAResultLeavesItsMessagesUnconfirmed() {
        Bench bench = Bench.create();
        bench.first.breaksWith(results -> results.subList(1, results.size()));

        assertThat(bench.failover.sendAll(messages(3))).hasSize(3).hasOnlyElementsOfType(Unconfirmed.class);
    }

    @Test
    void anAdapterThatGivesNothingLeavesItsMessagesUnconfirmed() {
        Bench bench = Bench.create();
        bench.first.breaksWith(results -> Collections.nCopies(results.size(), null));

        assertThat(bench.failover.sendAll(messages(2))).hasSize(2).hasOnlyElementsOfType(Unconfirmed.class);
    }
}
