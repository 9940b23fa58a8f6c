package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.JANE;
import static io.tidings.adapter.inmemory.TestMessages.KIM;
import static io.tidings.adapter.inmemory.TestMessages.RAUL;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.Limit;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SendingTest {

    private final ManualClock clock = new ManualClock();
    private final Mailbox mailbox = Mailbox.create();
    private final InMemoryEmailAdapter adapter = InMemoryEmailAdapter.of(mailbox, clock);

    @Test
    void aMessageArrivesAsItWasSent() {
        EmailMessage sent = message()
                .replyTo(KIM, RAUL)
                .to(JANE, KIM)
                .cc(RAUL)
                .headers(new Header("X-Case", "Überprüfung"))
                .tags("decisions")
                .metadata(Map.of("case", "4711"))
                .idempotencyKey("submission-4711")
                .sendAt(ManualClock.START.plusSeconds(60))
                .build();

        adapter.send(sent);

        assertThat(mailbox.messages()).singleElement().satisfies(email -> {
            assertThat(email.message()).isEqualTo(sent);
            assertThat(email.envelope()).containsExactly(JANE, KIM, RAUL);
            assertThat(email.receivedAt()).isEqualTo(ManualClock.START);
        });
    }

    @Test
    void acceptanceNamesTheAdapterAnIdAndTheOneAttempt() {
        InMemoryEmailAdapter slow =
                InMemoryEmailAdapter.builder().clock(clock).delay(clock).build();
        slow.next(Answer.accepted().after(Duration.ofSeconds(2)));

        assertThat(slow.send(message().build()))
                .isEqualTo(new Accepted(
                        "inmemory",
                        "inmemory-1",
                        Map.of(),
                        List.of(new Attempt(
                                "inmemory", Outcome.accepted(), ManualClock.START, Duration.ofSeconds(2)))));
        slow.close();
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeAnAttemptNegative() {
        Iterator<Instant> times = List.of(ManualClock.START, ManualClock.START, ManualClock.START.minusSeconds(9))
                .iterator();
        InstantSource backwards = () -> times.hasNext() ? times.next() : ManualClock.START.minusSeconds(9);
        InMemoryEmailAdapter confused = InMemoryEmailAdapter.of(mailbox, backwards);

        assertThat(confused.send(message().build()).attempts().get(0).took()).isZero();
    }

    @Test
    void whatTheAdapterCannotCarryIsRejectedAndDoesNotArrive() {
        InMemoryEmailAdapter limited = limitedTo(Capabilities.unlimited().without(Feature.TAGS));

        SendResult result = limited.send(message().tags("decisions").build());

        assertThat(result).isEqualTo(new Rejected(Failure.unsupported(Feature.TAGS), List.of()));
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void whatExceedsALimitIsRejectedWithThatLimit() {
        InMemoryEmailAdapter limited = limitedTo(Capabilities.unlimited().with(Limit.RECIPIENTS, 1));

        SendResult result = limited.send(message().to(JANE, KIM).build());

        assertThat(result).isEqualTo(new Rejected(Failure.unsupported(Limit.RECIPIENTS), List.of()));
        assertThat(limited.send(message().build())).isInstanceOf(Accepted.class);
    }

    @Test
    void aMessageThatDoesNotGetAsFarAsTheFarSideUsesUpNoAnswer() {
        InMemoryEmailAdapter limited = limitedTo(Capabilities.unlimited().without(Feature.TAGS));
        limited.next(Answer.deferred(Verdict.RATE, FailureReason.RATE_LIMITED));

        limited.send(message().tags("decisions").build());

        assertThat(limited.send(message().build()).problem())
                .hasValue(Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED));
    }

    private InMemoryEmailAdapter limitedTo(Capabilities capabilities) {
        return InMemoryEmailAdapter.builder()
                .mailbox(mailbox)
                .capabilities(capabilities)
                .build();
    }

    @Test
    void severalMessagesHaveTheirResultsInOrder() {
        adapter.next(Answer.accepted(), Answer.unconfirmedAndLost(), Answer.accepted());

        List<SendResult> results = adapter.sendAll(List.of(
                message().subject("one").build(),
                message().subject("two").build(),
                message().subject("three").build()));

        assertThat(results).extracting(result -> result.problem().isEmpty()).containsExactly(true, false, true);
        assertThat(mailbox.messages()).extracting(ReceivedEmail::subject).containsExactly("one", "three");
    }

    @Test
    void whatWasSaidCanBeComparedWithWhatArrived() {
        EmailMessage message = message().build();
        adapter.next(Answer.unconfirmedAlthoughAccepted(), Answer.accepted());

        SendResult first = adapter.send(message);
        SendResult second = adapter.send(message);

        assertThat(adapter.results(message.id())).containsExactly(first, second);
        assertThat(adapter.results()).containsExactly(Map.entry(message.id(), second));
        assertThat(mailbox.size()).isEqualTo(2);
    }

    @Test
    void resultsOfTheOldestMessagesAreForgottenFirst() {
        EmailMessage eldest = message().build();
        EmailMessage next = message().build();
        SendLog log = new SendLog();
        SendResult result = new Rejected(Failure.unsupported(Feature.TAGS), List.of());
        log.begin(eldest, "");
        log.end(eldest.id(), result);
        log.begin(next, "");
        log.end(next.id(), result);
        for (int i = 1; i < SendLog.MESSAGES; i++) {
            log.begin(message().build(), "");
        }

        assertThat(log.results(eldest.id())).isEmpty();
        assertThat(log.results(next.id())).containsExactly(result);
    }

    @Test
    void eachAdapterHasAMailboxOfItsOwn() {
        try (InMemoryEmailAdapter one = new InMemoryEmailAdapter();
                InMemoryEmailAdapter other = new InMemoryEmailAdapter()) {
            one.send(message().build());

            assertThat(one.mailbox().size()).isEqualTo(1);
            assertThat(other.mailbox().size()).isZero();
        }
    }

    @Test
    void nullIsAnErrorOfTheCaller() {
        assertThatThrownBy(() -> adapter.send(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void nothingThatIsPrintedShowsAnAddressOrASubject() {
        SendResult result = adapter.send(message().cc(KIM).build());

        assertThat(List.of(adapter, mailbox, mailbox.messages(), result, adapter.results())
                        .toString())
                .doesNotContain("jane@", "kim@", "Your data", "Thank you", "Jane");
    }
}
