package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.JANE;
import static io.tidings.adapter.inmemory.TestMessages.KIM;
import static io.tidings.adapter.inmemory.TestMessages.RAUL;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.adapter.inmemory.script.Delay;
import io.tidings.adapter.inmemory.script.Script;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptTest {

    private static final Failure NO_SUCH_MAILBOX =
            Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT);
    private static final Failure GREYLISTED =
            Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.MAILBOX_UNAVAILABLE);

    private final ManualClock clock = new ManualClock();
    private final InMemoryEmailAdapter adapter =
            InMemoryEmailAdapter.builder().clock(clock).delay(clock).build();
    private final Mailbox mailbox = adapter.mailbox();

    @ParameterizedTest
    @EnumSource
    void everyVerdictGivesTheResultThatItBelongsToAndNothingArrives(Verdict verdict) {
        Failure failure = Failure.of(verdict, FailureReason.PROVIDER_FAILED);
        adapter.next(Answer.failing(failure));

        SendResult result = adapter.send(message().build());

        assertThat(result).isInstanceOf(verdict.result());
        assertThat(result.problem()).hasValue(failure);
        assertThat(result.attempts()).extracting(attempt -> attempt.outcome()).containsExactly(failure);
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void answersAreUsedUpInTheirOrderAndThenItAccepts() {
        adapter.next(
                Answer.deferred(Verdict.RATE, FailureReason.RATE_LIMITED),
                Answer.rejected(Verdict.MESSAGE, FailureReason.CONTENT_REFUSED));
        adapter.next(Answer.unconfirmedAndLost());

        assertThat(IntStream.range(0, 4).mapToObj(i -> adapter.send(message().build())))
                .extracting(result -> (Object) result.getClass())
                .containsExactly(Deferred.class, Rejected.class, Unconfirmed.class, Accepted.class);
    }

    @Test
    void anUnconfirmedMessageMayHaveArrived() {
        adapter.next(Answer.unconfirmedAlthoughAccepted());

        SendResult result = adapter.send(message().build());

        assertThat(result).isInstanceOf(Unconfirmed.class);
        assertThat(mailbox.size()).isEqualTo(1);
    }

    @Test
    void anUnconfirmedMessageMayBeLost() {
        adapter.next(Answer.unconfirmedAndLost());

        SendResult result = adapter.send(message().build());

        assertThat(result).isInstanceOf(Unconfirmed.class);
        assertThat(mailbox.size()).isZero();
    }

    @Test
    void recipientsThatAreRefusedAreReportedAndDoNotReceiveIt() {
        adapter.next(Answer.refusing(NO_SUCH_MAILBOX, KIM, RAUL));

        SendResult result = adapter.send(message().to(JANE, KIM).build());

        assertThat(result).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.refused())
                .isEqualTo(Map.of(KIM, NO_SUCH_MAILBOX)));
        assertThat(mailbox.messages()).singleElement().satisfies(email -> {
            assertThat(email.envelope()).containsExactly(JANE);
            assertThat(email.message().to()).containsExactly(JANE, KIM);
        });
        assertThat(mailbox.messagesTo(KIM)).isEmpty();
    }

    @Test
    void ifAllRecipientsAreRefusedForGoodTheMessageIsRejected() {
        adapter.next(Answer.refusing(NO_SUCH_MAILBOX, JANE, KIM));

        SendResult result = adapter.send(message().to(JANE, KIM).build());

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.refused()).containsOnlyKeys(JANE, KIM);
            assertThat(rejected.attempts())
                    .extracting(attempt -> attempt.outcome())
                    .containsExactly(NO_SUCH_MAILBOX);
        });
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void ifOneOfTheRefusalsIsTemporaryTheMessageIsDeferred() {
        adapter.next(
                new Answer(Outcome.accepted(), true, Map.of(JANE, NO_SUCH_MAILBOX, KIM, GREYLISTED), Duration.ZERO));

        SendResult result = adapter.send(message().to(JANE, KIM).build());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(result.problem()).hasValue(GREYLISTED);
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void aRefusalOfSomebodyElseChangesNothing() {
        adapter.next(Answer.refusing(NO_SUCH_MAILBOX, KIM));

        assertThat(adapter.send(message().to(JANE).build()))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.refused())
                        .isEmpty());
    }

    @Test
    void aSlowFarSideTakesItsTimeOnTheClock() {
        adapter.next(Answer.deferred(Verdict.TRANSPORT, FailureReason.TIMED_OUT).after(Duration.ofSeconds(30)));
        adapter.next(Answer.accepted().after(Duration.ofSeconds(5)));

        SendResult slow = adapter.send(message().build());
        adapter.send(message().build());

        assertThat(slow.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.start()).isEqualTo(ManualClock.START);
            assertThat(attempt.took()).isEqualTo(Duration.ofSeconds(30));
        });
        assertThat(mailbox.messages().get(0).receivedAt()).isEqualTo(ManualClock.START.plusSeconds(35));
    }

    @Test
    void theFarSideCanAskToWaitAndGiveAStatusCode() {
        EnhancedStatus status = new EnhancedStatus(4, 7, 28);
        adapter.next(Answer.deferred(Verdict.RATE, FailureReason.RATE_LIMITED)
                .retryAfter(Duration.ofMinutes(2))
                .withStatus(status));

        assertThat(adapter.send(message().build()).problem())
                .hasValue(new Failure(
                        Verdict.RATE,
                        FailureReason.RATE_LIMITED,
                        Optional.of(status),
                        Optional.of(Duration.ofMinutes(2))));
    }

    @Test
    void theStandingAnswerHoldsUntilItIsChangedAndComesBehindTheQueue() {
        adapter.always(Answer.unconfirmedAndLost());
        adapter.next(Answer.accepted());

        assertThat(adapter.send(message().build())).isInstanceOf(Accepted.class);
        assertThat(adapter.send(message().build())).isInstanceOf(Unconfirmed.class);
        assertThat(adapter.send(message().build())).isInstanceOf(Unconfirmed.class);
        adapter.always(Answer.accepted());
        assertThat(adapter.send(message().build())).isInstanceOf(Accepted.class);
    }

    @Test
    void oneAnswerCanServeSeveralMessages() {
        adapter.failNext(2, Answer.deferred(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED));

        EmailMessage message = message().build();
        assertThat(adapter.send(message)).isInstanceOf(Deferred.class);
        assertThat(adapter.send(message)).isInstanceOf(Deferred.class);
        assertThat(adapter.send(message)).isInstanceOf(Accepted.class);
    }

    @Test
    void aThreadThatIsInterruptedInADelayHasSentNothingAndStaysInterrupted() {
        Delay interrupting = duration -> {
            throw new InterruptedException();
        };
        InMemoryEmailAdapter interrupted = InMemoryEmailAdapter.builder()
                .mailbox(mailbox)
                .delay(interrupting)
                .build();
        interrupted.next(Answer.accepted().after(Duration.ofSeconds(1)));

        SendResult result = interrupted.send(message().build());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.problem()).hasValue(Failure.of(Verdict.TRANSPORT, FailureReason.INTERRUPTED));
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void answersThatMakeNoSenseAreRefused() {
        assertInvalid(() -> Answer.deferred(Verdict.MESSAGE, FailureReason.CONTENT_REFUSED));
        assertInvalid(() -> Answer.deferred(Verdict.UNKNOWN, FailureReason.TIMED_OUT));
        assertInvalid(() -> Answer.rejected(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED));
        assertInvalid(() -> Answer.refusing(Failure.of(Verdict.ACCOUNT, FailureReason.ACCESS_DENIED), JANE));
        assertInvalid(() -> Answer.accepted().retryAfter(Duration.ofSeconds(1)));
        assertInvalid(() -> Answer.accepted().after(Duration.ofSeconds(-1)));
        assertInvalid(() -> Answer.accepted().after(Answer.MAX_DELAY.plusNanos(1)));
        assertInvalid(() -> new Answer(Outcome.accepted(), false, Map.of(), Duration.ZERO));
        assertInvalid(() -> new Answer(GREYLISTED, true, Map.of(), Duration.ZERO));
        assertInvalid(() -> new Answer(GREYLISTED, false, Map.of(JANE, GREYLISTED), Duration.ZERO));
    }

    private static void assertInvalid(Runnable answer) {
        assertThatThrownBy(answer::run).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void theQueueIsBounded() {
        Script script = new Script();
        script.next(Collections.nCopies(Script.CAPACITY, Answer.accepted()));

        assertThatThrownBy(() -> script.next(List.of(Answer.accepted()))).isInstanceOf(InvalidArgumentException.class);
    }
}
