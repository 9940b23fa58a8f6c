package io.tidings.adapter.failover;

import static io.tidings.adapter.failover.Bench.JANE;
import static io.tidings.adapter.failover.Bench.JOHN;
import static io.tidings.adapter.failover.Bench.MARY;
import static io.tidings.adapter.failover.Bench.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Capabilities;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartlyRefusedTest {

    private static final Failure GONE = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT);
    private static final Failure BUSY = Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.MAILBOX_UNAVAILABLE);
    private static final Failure DOWN = Failure.of(Verdict.TRANSPORT, FailureReason.CONNECTION_LOST);

    private final EmailMessage message = message().to(JANE).cc(JOHN).bcc(MARY).build();

    @Test
    void whoIsRefusedForGoodStaysRefused() {
        Bench bench = Bench.create();
        bench.first.next(Answer.refuse(Map.of(JOHN, GONE)));

        Accepted accepted = accepted(bench.failover.send(message));

        assertThat(accepted.refused()).containsExactly(Map.entry(JOHN, GONE));
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void whoIsRefusedForNowMovesOnAndNobodyElse() {
        Bench bench = Bench.create();
        bench.first.next(Answer.refuse(Map.of(JOHN, GONE, MARY, BUSY)));

        Accepted accepted = accepted(bench.failover.send(message));

        assertThat(accepted.provider()).isEqualTo("first");
        assertThat(accepted.refused()).containsExactly(Map.entry(JOHN, GONE));
        assertThat(accepted.attempts()).hasSize(2);
        EmailMessage rest = bench.second.copies().get(0);
        assertThat(rest.recipients()).containsExactly(MARY);
        assertThat(rest.to()).isEqualTo(message.to());
        assertThat(rest.cc()).isEqualTo(message.cc());
        assertThat(rest.id()).isEqualTo(message.id());
    }

    @Test
    void whoIsRefusedForNowStaysIfTheNextProviderWouldSendToTheOthersAgain() {
        Bench bench = withoutSeparateEnvelope();
        bench.first.next(Answer.refuse(Map.of(MARY, BUSY)));

        Accepted accepted = accepted(bench.failover.send(message));

        assertThat(accepted.refused().get(MARY))
                .isEqualTo(Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.ENVELOPE_NOT_SEPARATE));
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void whoIsRefusedByAllOfThemKeepsTheLastWord() {
        Bench bench = Bench.create();
        bench.first.next(Answer.refuse(Map.of(MARY, BUSY)));
        bench.second.always(Answer.fail(GONE));

        Accepted accepted = accepted(bench.failover.send(message));

        assertThat(accepted.provider()).isEqualTo("first");
        assertThat(accepted.refused()).containsExactly(Map.entry(MARY, GONE));
    }

    @Test
    void theRestStaysRefusedIfTheNextProviderCannotBeReached() {
        Bench bench = Bench.create();
        bench.first.next(Answer.refuse(Map.of(MARY, BUSY)));
        bench.second.always(Answer.fail(DOWN));

        assertThat(accepted(bench.failover.send(message)).refused()).containsExactly(Map.entry(MARY, BUSY));
    }

    @Test
    void ifTheRestMayHaveBeenSentTheMessageIsUnconfirmed() {
        Bench bench = Bench.with(OnUnconfirmed.RESEND);
        bench.first.next(Answer.refuse(Map.of(MARY, BUSY)));
        bench.second.always(Answer.loseAnswer());

        SendResult result = bench.failover.send(message);

        assertThat(result).isInstanceOfSatisfying(Unconfirmed.class, unconfirmed -> {
            assertThat(unconfirmed.provider()).isEqualTo("second");
            assertThat(unconfirmed.served()).containsExactly(JANE, JOHN);
            assertThat(unconfirmed.refused()).isEmpty();
        });
        assertThat(bench.first.copies()).hasSize(1);
    }

    @Test
    void whoWasRefusedByOneMayHaveItFromAnotherThatDidNotAnswer() {
        Bench bench = Bench.with(OnUnconfirmed.RESEND);
        bench.first.next(Answer.loseAnswer());
        bench.second.breaksWith(results -> List.of(refusedThenDown(results.get(0), Map.of(JOHN, GONE))));
        bench.second.always(Answer.fail(Verdict.SENDER));

        SendResult result = bench.failover.send(message);

        assertThat(result).isInstanceOfSatisfying(Unconfirmed.class, unconfirmed -> {
            assertThat(unconfirmed.served()).isEmpty();
            assertThat(unconfirmed.refused()).isEmpty();
        });
    }

    @Test
    void ofWhatOneProviderKnowsOnlyInPartTheNextGetsOnlyTheRest() {
        Bench bench = Bench.with(OnUnconfirmed.RESEND);
        bench.first.next(Answer.loseAnswer());
        bench.first.breaksWith(results -> List.of(known(results.get(0), Set.of(JANE), Map.of(JOHN, GONE))));

        Accepted accepted = accepted(bench.failover.send(message));

        assertThat(bench.second.copies()).singleElement().satisfies(copy -> assertThat(copy.recipients())
                .containsExactly(MARY));
        assertThat(accepted.refused()).containsExactly(Map.entry(JOHN, GONE));
    }

    @Test
    void whatOneProviderKnowsInPartIsTold() {
        Bench bench = Bench.create();
        bench.first.next(Answer.loseAnswer());
        bench.first.breaksWith(results -> List.of(known(results.get(0), Set.of(JANE), Map.of(JOHN, GONE))));

        assertThat(bench.failover.send(message)).isInstanceOfSatisfying(Unconfirmed.class, unconfirmed -> {
            assertThat(unconfirmed.served()).containsExactly(JANE);
            assertThat(unconfirmed.refused()).containsExactly(Map.entry(JOHN, GONE));
        });
    }

    @Test
    void whatOneProviderKnowsInPartIsNotServedTwiceIfTheNextHasNoSeparateEnvelope() {
        Bench bench = Bench.with(OnUnconfirmed.RESEND);
        bench.second.can(Capabilities.unlimited().without(Feature.SEPARATE_ENVELOPE));
        bench.first.next(Answer.loseAnswer());
        bench.first.breaksWith(results -> List.of(known(results.get(0), Set.of(JANE), Map.of())));

        assertThat(bench.failover.send(message)).isInstanceOf(Unconfirmed.class);
        assertThat(bench.second.requests()).isEmpty();
    }

    private static SendResult known(SendResult lost, Set<EmailAddress> served, Map<EmailAddress, Failure> refused) {
        return new Unconfirmed("first", lost.problem().orElseThrow(), served, refused, lost.attempts());
    }

    @Test
    void whoWasServedIsNotServedAgainAlthoughTheAnswerForTheRestIsLost() {
        Bench bench = Bench.create();
        ScriptedPort third = new ScriptedPort("third", bench.time);
        FailoverEmailAdapter failover = new FailoverEmailAdapter(
                new FailoverConfig(
                        List.of(bench.first, bench.second, third), 3, Duration.ofSeconds(30), OnUnconfirmed.RESEND),
                bench.time);
        bench.first.next(Answer.refuse(Map.of(JOHN, GONE, MARY, BUSY)));
        bench.second.always(Answer.loseAnswer());

        Accepted accepted = accepted(failover.send(message));

        assertThat(third.copies()).hasSize(1);
        assertThat(third.copies().get(0).recipients()).containsExactly(MARY);
        assertThat(accepted.refused()).containsExactly(Map.entry(JOHN, GONE));
    }

    @Test
    void everyoneWhoWasRefusedIsNamedAlthoughByTwoProviders() {
        Bench bench = Bench.create();
        bench.first.breaksWith(results -> List.of(refusedThenDown(results.get(0), Map.of(JOHN, GONE))));
        bench.first.always(Answer.fail(Verdict.SENDER));
        bench.second.always(Answer.fail(GONE));

        SendResult result = bench.failover.send(message);

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.refused())
                .containsOnlyKeys(JANE, JOHN, MARY));
    }

    @Test
    void whoWasRefusedForGoodIsNotOfferedToTheNextProvider() {
        Bench bench = Bench.create();
        bench.first.breaksWith(results -> List.of(refusedThenDown(results.get(0), Map.of(JOHN, GONE))));
        bench.first.always(Answer.fail(Verdict.SENDER));

        Accepted accepted = accepted(bench.failover.send(message));

        assertThat(accepted.refused()).containsExactly(Map.entry(JOHN, GONE));
        assertThat(bench.second.copies().get(0).recipients()).containsExactly(JANE, MARY);
        assertThat(bench.second.copies().get(0).cc()).containsExactly(JOHN);
    }

    @Test
    void nobodyIsShownWhoWillNotGetItIfTheEnvelopeIsNotSeparate() {
        Bench bench = withoutSeparateEnvelope();
        bench.first.breaksWith(results -> List.of(refusedThenDown(results.get(0), Map.of(JOHN, GONE))));
        bench.first.always(Answer.fail(Verdict.SENDER));

        assertThat(accepted(bench.failover.send(message)).refused()).containsExactly(Map.entry(JOHN, GONE));
        EmailMessage copy = bench.second.copies().get(0);
        assertThat(copy.recipients()).containsExactly(JANE, MARY);
        assertThat(copy.cc()).isEmpty();
        assertThat(copy.withheld()).isEmpty();
    }

    @Test
    void aMessageWithNobodyLeftGoesNowhere() {
        Bench bench = Bench.create();
        Map<EmailAddress, Failure> everyone = new LinkedHashMap<>();
        message.recipients().forEach(recipient -> everyone.put(recipient, GONE));
        bench.first.breaksWith(results -> List.of(refusedThenDown(results.get(0), everyone)));
        bench.first.always(Answer.fail(Verdict.SENDER));

        SendResult result = bench.failover.send(message);

        assertThat(result).isInstanceOfSatisfying(Deferred.class, deferred -> assertThat(deferred.refused())
                .hasSize(3));
        assertThat(bench.second.requests()).isEmpty();
    }

    @Test
    void whoWasRefusedForGoodIsNotOfferedToTheSameProviderAgain() {
        Bench bench = Bench.create();
        bench.first.next(Answer.fail(BUSY));
        bench.first.breaksWith(results -> refusesJohn(bench, results));

        Accepted accepted = accepted(bench.failover.send(message));

        assertThat(accepted.provider()).isEqualTo("first");
        assertThat(accepted.refused()).containsExactly(Map.entry(JOHN, GONE));
        EmailMessage copy = bench.first.copies().get(0);
        assertThat(copy.recipients()).containsExactly(JANE, MARY);
        assertThat(copy.cc()).containsExactly(JOHN);
    }

    @Test
    void norIsHeShownThereIfTheEnvelopeIsNotSeparate() {
        Bench bench = Bench.create();
        bench.first.can(Capabilities.unlimited().without(Feature.SEPARATE_ENVELOPE));
        bench.first.next(Answer.fail(BUSY));
        bench.first.breaksWith(results -> refusesJohn(bench, results));

        accepted(bench.failover.send(message));

        EmailMessage copy = bench.first.copies().get(0);
        assertThat(copy.recipients()).containsExactly(JANE, MARY);
        assertThat(copy.cc()).isEmpty();
    }

    @Test
    void nothingIsOfferedAgainOnceEverybodyIsRefusedForGood() {
        Bench bench = Bench.create();
        Map<EmailAddress, Failure> everyone = new LinkedHashMap<>();
        message.recipients().forEach(recipient -> everyone.put(recipient, GONE));
        bench.first.always(Answer.fail(DOWN));
        bench.first.breaksWith(results -> List.of(refusedThenDown(results.get(0), everyone)));

        bench.failover.send(message);

        assertThat(bench.first.requests()).hasSize(1);
        assertThat(bench.time.waits()).isEmpty();
    }

    /** The first time. */
    private static List<SendResult> refusesJohn(Bench bench, List<SendResult> results) {
        if (bench.first.requests().size() > 1) {
            return results;
        }
        return List.of(SendResult.allRefused(
                Map.of(JANE, BUSY, JOHN, GONE, MARY, BUSY), results.get(0).attempts()));
    }

    private static SendResult refusedThenDown(SendResult result, Map<EmailAddress, Failure> refused) {
        Failure failure = result.problem().orElseThrow();
        return new Deferred(failure, refused, result.attempts());
    }

    private static Bench withoutSeparateEnvelope() {
        Bench bench = Bench.create();
        bench.second.can(Capabilities.unlimited().without(Feature.SEPARATE_ENVELOPE));
        return bench;
    }

    private static Accepted accepted(SendResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }
}
