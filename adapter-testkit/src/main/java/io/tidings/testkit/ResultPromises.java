package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Attempt;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

abstract class ResultPromises extends Promise {

    ResultPromises(Callable<Rig> factory) {
        super(factory);
    }

    @Test
    void anAcceptedMessageListsItsAttempts() {
        Accepted accepted = assertAccepted(port().send(Messages.simple()));

        assertThat(accepted.attempts()).isNotEmpty();
        Attempt last = accepted.attempts().get(accepted.attempts().size() - 1);
        assertThat(last.provider()).isEqualTo(accepted.provider());
        assertThat(last.outcome().failure()).isEmpty();
    }

    @Test
    void theSameMessageSentTwiceArrivesTwiceWithTheSameId() {
        EmailMessage message = Messages.simple();

        assertArrives(message);
        assertArrives(message);

        assertThat(receivedIds()).containsExactly(message.id(), message.id());
    }

    @Test
    void manyMessagesGetTheirResultsInOrder() {
        List<EmailMessage> messages = broadcast(200);
        boolean withFiles = port().capabilities().features().contains(Feature.ATTACHMENTS);
        int bad = 100;
        if (withFiles) {
            Attachment lying = Attachment.of("bad.bin", "application/octet-stream", Sources.lying(10, 9));
            messages.set(bad, messages.get(bad).toBuilder().attachments(lying).build());
        }

        List<SendResult> results = port().sendAll(messages);

        assertThat(results).hasSameSizeAs(messages);
        List<EmailMessage> good = new ArrayList<>(messages);
        if (withFiles) {
            assertRejected(results.get(bad), FailureReason.UNREADABLE_ATTACHMENT);
            good.remove(bad);
        }
        List<EmailMessage> accepted = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (results.get(i) instanceof Accepted) {
                accepted.add(messages.get(i));
            }
        }
        assertThat(accepted).isEqualTo(good);
        assertArrived(good);
    }

    @Test
    void noMessagesGiveNoResults() {
        assertThat(port().sendAll(List.of())).isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> port().send(nothing()));
        assertThatNullPointerException().isThrownBy(() -> port().sendAll(nothing()));
        assertThat(received()).isEmpty();
    }

    @Test
    void noResultShowsWhatTheMessageHolds() {
        EmailMessageBuilder canary = Messages.message()
                .from(EmailAddress.of("canary-from@example.gov", "Canary From"))
                .to(EmailAddress.of("canary-to@example.org", "Canary To"))
                .subject("canary subject")
                .text("canary body")
                .idempotencyKey("canary key");
        List<SendResult> results = new ArrayList<>();
        results.add(port().send(canary.build()));
        results.add(port().send(canary.headers(new Header("X-Canary", "canary value"))
                .attachments(Attachment.of("canary.txt", "text/plain", Sources.unopenable("canary text")))
                .build()));

        assertThat(results.toString()).doesNotContainIgnoringCase("canary");
    }

    /** An adapter may give up, but must leave the interrupt for those who asked for it. */
    @Test
    void anInterruptIsNotSwallowed() {
        EmailMessage message = Messages.simple();
        SendResult result;
        boolean kept;
        Thread.currentThread().interrupt();
        try {
            result = port().send(message);
        } finally {
            kept = Thread.interrupted();
        }

        assertThat(kept).as("the interrupt is still set").isTrue();
        if (!(result instanceof Unconfirmed)) {
            assertThat(receivedIds()).isEqualTo(result instanceof Accepted ? List.of(message.id()) : List.of());
        }
    }

    @Test
    void aSendLeavesNoInterruptBehind() {
        assertArrives(Messages.simple());

        assertThat(Thread.interrupted()).isFalse();
    }

    private static List<EmailMessage> broadcast(int count) {
        EmailMessage first = Messages.message().html("<p>Accepted.</p>").build();
        List<EmailMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Built from one message, so that all share their content by identity, as a notifier's do.
            messages.add(first.toBuilder()
                    .id(MessageId.random())
                    .to(Messages.recipient(i))
                    .content(first.content())
                    .build());
        }
        return messages;
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // null is what the test is about
    private static <T> T nothing() {
        return null;
    }
}
