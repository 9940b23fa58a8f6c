package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.JANE;
import static io.tidings.adapter.inmemory.TestMessages.KIM;
import static io.tidings.adapter.inmemory.TestMessages.RAUL;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.Deferred;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final Mailbox mailbox = Mailbox.create();
    private final InMemoryEmailAdapter adapter = InMemoryEmailAdapter.of(mailbox, InstantSource.system());

    @AfterEach
    void endTheWait() {
        mailbox.close();
    }

    @Test
    void findsWhatAnAddressReceivedInWhateverField() {
        adapter.send(message().subject("to").to(KIM).build());
        adapter.send(message().subject("cc").to(JANE).cc(KIM).build());
        adapter.send(message().subject("bcc").to(JANE).bcc(KIM).build());
        adapter.send(message().subject("other").to(JANE).cc(RAUL).build());

        assertThat(mailbox.messagesTo(KIM)).extracting(ReceivedEmail::subject).containsExactly("to", "cc", "bcc");
        assertThat(mailbox.messagesTo("kim@EXAMPLE.com")).isEqualTo(mailbox.messagesTo(KIM));
    }

    @Test
    void findsWhatATemplateMade() {
        adapter.send(message().template("data-submitted").build());
        adapter.send(message().template("access-approved").subject("approved").build());

        assertThat(mailbox.messagesOf("access-approved"))
                .extracting(ReceivedEmail::subject)
                .containsExactly("approved");
    }

    @Test
    void aFullMailboxTakesNoMoreAndDropsNothing() {
        Mailbox small = Mailbox.create(2);
        InMemoryEmailAdapter sender = InMemoryEmailAdapter.of(small, InstantSource.system());
        sender.send(message().subject("one").build());
        sender.send(message().subject("two").build());

        SendResult result = sender.send(message().subject("three").build());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(result.problem())
                .hasValue(Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.MAILBOX_UNAVAILABLE));
        assertThat(result.attempts()).hasSize(1);
        assertThat(small.messages()).extracting(ReceivedEmail::subject).containsExactly("one", "two");
    }

    @Test
    void aClearedMailboxIsEmptyAndTakesMessagesAgain() {
        adapter.send(message().subject("one").build());

        mailbox.clear();

        assertThat(mailbox.messages()).isEmpty();
        adapter.send(message().subject("two").build());
        assertThat(mailbox.messages()).extracting(ReceivedEmail::subject).containsExactly("two");
    }

    @Test
    void aClosedMailboxCannotBeReached() {
        mailbox.close();

        SendResult result = adapter.send(message().build());

        assertThat(result.problem()).hasValue(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED));
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void whoWaitsIsWokenByTheMessagesThatAnotherThreadSends() throws Exception {
        FutureTask<List<ReceivedEmail>> waiting = waiterFor(2);
        adapter.send(message().subject("one").build());
        assertThat(waiting).isNotDone();

        adapter.send(message().subject("two").build());

        assertThat(waiting.get()).extracting(ReceivedEmail::subject).containsExactly("one", "two");
    }

    @Test
    void whoWaitsForWhatIsThereDoesNotWait() {
        adapter.send(message().build());

        assertThat(mailbox.awaitMessages(1, Duration.ZERO)).hasSize(1);
    }

    @Test
    void whoWaitsInVainIsToldHowManyArrived() {
        adapter.send(message().build());

        assertThatThrownBy(() -> mailbox.awaitMessages(3, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected at least 3 messages, but 1 had arrived when PT0.001S passed");
    }

    @Test
    void closingEndsTheWait() {
        FutureTask<List<ReceivedEmail>> waiting = waiterFor(1);

        mailbox.close();

        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the mailbox was closed");
    }

    @Test
    void anInterruptEndsTheWaitAndIsNotLost() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> mailbox.awaitMessages(1, LONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anOpenNameIsTakenUntilItsMailboxIsClosed() {
        String name = "taken-" + MessageId.random();
        try (Mailbox first = Mailbox.open(name)) {
            assertThat(Mailbox.find(name)).hasValue(first);
            assertThatThrownBy(() -> Mailbox.open(name)).isInstanceOf(InvalidArgumentException.class);
        }

        try (Mailbox second = Mailbox.open(name)) {
            assertThat(Mailbox.find(name)).hasValue(second);
        }
        assertThat(Mailbox.find(name)).isEmpty();
    }

    @Test
    void closingTwiceDoesNotTakeTheNameFromItsNextOwner() {
        String name = "reused-" + MessageId.random();
        Mailbox first = Mailbox.open(name);
        first.close();
        try (Mailbox second = Mailbox.open(name)) {
            first.close();

            assertThat(Mailbox.find(name)).hasValue(second);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "jane@example.gov", "../up"})
    void aNameIsPlain(String name) {
        assertThatThrownBy(() -> Mailbox.open(name)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aCapacityBelowOneIsRefused() {
        assertThatThrownBy(() -> Mailbox.create(0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void theWaitIsFinite() {
        assertThatThrownBy(() -> mailbox.awaitMessages(1, Duration.ofDays(2)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void knowsTheOpenAdaptersThatSendToIt() {
        InMemoryEmailAdapter second = InMemoryEmailAdapter.of(mailbox, InstantSource.system());
        assertThat(mailbox.adapters()).containsExactly(adapter, second);

        adapter.close();

        assertThat(mailbox.adapters()).containsExactly(second);
    }

    /** Waits for so many messages in a thread of its own, which is waiting when this returns. */
    private FutureTask<List<ReceivedEmail>> waiterFor(int count) {
        FutureTask<List<ReceivedEmail>> task = new FutureTask<>(() -> mailbox.awaitMessages(count, LONG));
        Thread waiter = new Thread(task, "waiter");
        waiter.setDaemon(true);
        waiter.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            assertThat(waiter.isAlive()).isTrue();
            assertThat(deadline - System.nanoTime()).isPositive();
            Thread.onSpinWait();
        }
        return task;
    }
}
