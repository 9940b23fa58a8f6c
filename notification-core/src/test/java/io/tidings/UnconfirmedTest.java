package io.tidings;

import static io.tidings.Harness.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.email.Capabilities;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.NoSuchMessageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnconfirmedTest {

    private static final SendResult UNCONFIRMED =
            new Unconfirmed("fake", Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), List.of());

    private static final EmailAddress JANE = EmailAddress.of("jane@example.gov");
    private static final EmailAddress JOHN = EmailAddress.of("john@example.gov");
    private static final EmailAddress MARY = EmailAddress.of("mary@example.gov");
    private static final Failure GONE = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT);

    private final Harness harness = new Harness();

    @BeforeEach
    void leaveUnconfirmed() {
        harness.port.answer = message -> UNCONFIRMED;
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void listsWhatIsUnconfirmedOldestFirst() {
        Receipt first = harness.send();
        Receipt second = harness.send();
        harness.port.answer = message -> FakeEmailPort.accepted();
        harness.send();

        assertThat(held()).containsExactly(first, second);
    }

    @Test
    void resendsTheSameMessageWithTheSameId() {
        Receipt receipt = harness.send(key("k"));
        harness.port.answer = message -> FakeEmailPort.accepted();

        Receipt again = harness.notifier().resend(receipt.id());

        assertThat(again.id()).isEqualTo(receipt.id());
        assertThat(again.result()).isEqualTo(FakeEmailPort.accepted());
        assertThat(harness.port.received).hasSize(2);
        assertThat(harness.port.received.get(1)).isEqualTo(harness.port.received.get(0));
        assertThat(harness.notifier().unconfirmed()).isEmpty();
        assertThat(harness.timeline(receipt))
                .extracting(DeliveryEvent::type)
                .containsExactly(DeliveryEventType.UNKNOWN, DeliveryEventType.SENT);
    }

    @Test
    void anAcceptedResendIsWhatTheKeyRemembers() {
        Receipt receipt = harness.send(key("k"));
        harness.port.answer = message -> FakeEmailPort.accepted();
        Receipt again = harness.notifier().resend(receipt.id());

        assertThat(harness.send(key("k"))).isEqualTo(again);
        assertThat(harness.port.received).hasSize(2);
    }

    @Test
    void aResendThatIsNotAcceptedLeavesTheMessageUnconfirmedAndTheKeyTaken() {
        Receipt receipt = harness.send(key("k"));
        harness.port.answer = message -> deferred();

        assertThat(harness.notifier().resend(receipt.id()).result()).isInstanceOf(Deferred.class);
        assertThat(held()).containsExactly(receipt);
        assertThat(harness.send(key("k"))).isEqualTo(receipt);

        harness.port.answer = message -> UNCONFIRMED;
        harness.notifier().resend(receipt.id());
        assertThat(held()).containsExactly(receipt);
    }

    @Test
    void aResendIsGuardedLikeASend() {
        Receipt receipt = harness.send();
        harness.suppressions.add(
                new Suppression(Harness.JANE.address(), RejectReason.BOUNCED, harness.clock.instant()));

        Receipt again = harness.notifier().resend(receipt.id());

        assertThat(again.result().problem().orElseThrow().reason()).isEqualTo(FailureReason.SUPPRESSED);
        assertThat(harness.port.received).hasSize(1);
        assertThat(held()).containsExactly(receipt);
    }

    @Test
    void anAbandonedMessageIsNotListedAndNotSentAgain() {
        Receipt receipt = harness.send(key("k"));
        harness.port.answer = message -> FakeEmailPort.accepted();

        assertThat(harness.notifier().abandon(receipt.id())).isEqualTo(receipt);

        assertThat(harness.notifier().unconfirmed()).isEmpty();
        assertThat(harness.send(key("k"))).isEqualTo(receipt);
        assertThat(harness.port.received).hasSize(1);
        assertThatThrownBy(() -> harness.notifier().resend(receipt.id())).isInstanceOf(NoSuchMessageException.class);
        assertThatThrownBy(() -> harness.notifier().abandon(receipt.id())).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void anUnknownIdIsThrown() {
        MessageId id = MessageId.random();

        assertThatThrownBy(() -> harness.notifier().resend(id))
                .isInstanceOf(NoSuchMessageException.class)
                .hasMessageContaining(id.value());
    }

    @Test
    void anErrorDuringAResendKeepsTheMessage() {
        Receipt receipt = harness.send();
        harness.port.answer = message -> {
            throw new OutOfMemoryError();
        };

        assertThatThrownBy(() -> harness.notifier().resend(receipt.id())).isInstanceOf(OutOfMemoryError.class);
        assertThat(harness.notifier().unconfirmed())
                .extracting(UnconfirmedMessage::id)
                .containsExactly(receipt.id());
    }

    @Test
    void keepsTheNewestThousand() {
        Receipt first = harness.send();
        Receipt second = harness.send();
        for (int i = 0; i < 999; i++) {
            harness.send();
        }

        assertThat(held()).hasSize(1000).doesNotContain(first).startsWith(second);
    }

    @Test
    void theListSaysWhatAnOperatorHasToKnowAndMasksIt() {
        Receipt receipt = harness.send(key("submission-4711"));

        UnconfirmedMessage listed = harness.notifier().unconfirmed().get(0);

        assertThat(listed.id()).isEqualTo(receipt.id());
        assertThat(listed.template()).isEqualTo("approved");
        assertThat(listed.idempotencyKey()).contains(new IdempotencyKey("submission-4711"));
        assertThat(listed.recipients()).containsExactly(Harness.JANE.address());
        assertThat(listed.since()).isEqualTo(harness.clock.instant());
        assertThat(listed.why().reason()).isEqualTo(FailureReason.TIMED_OUT);
        assertThat(listed.toString())
                .contains(receipt.id().value(), "j•••@example.gov")
                .doesNotContain("jane", "4711");
    }

    @Test
    void whatWasResentInVainIsStillTheOldest() {
        Receipt first = harness.send();
        harness.clock.advance(Duration.ofMinutes(1));
        Receipt second = harness.send();
        harness.port.answer = message -> deferred();

        harness.notifier().resend(first.id());

        assertThat(held()).containsExactly(first, second);
    }

    @Test
    void aKeyStandsForAllOfItsRecipientsAndNoOthers() {
        Receipt jane = harness.send(key("k"));
        Receipt john = harness.notifier().send(Harness.APPROVED, Harness.recipient("john@example.gov"), key("k"));
        Receipt other = harness.send(key("other"));
        harness.port.answer = message -> FakeEmailPort.accepted();

        List<Receipt> again = harness.notifier().resend(new IdempotencyKey("k"));

        assertThat(again).extracting(Receipt::id).containsExactly(jane.id(), john.id());
        assertThat(again).extracting(Receipt::result).containsOnly(FakeEmailPort.accepted());
        assertThat(harness.port.received).hasSize(5);
        assertThat(held()).containsExactly(other);
        assertThat(harness.send(key("k"))).isEqualTo(again.get(0));
    }

    @Test
    void ofAKeyWhatIsNotAcceptedStaysUnconfirmed() {
        harness.send(key("k"));
        Receipt john = harness.notifier().send(Harness.APPROVED, Harness.recipient("john@example.gov"), key("k"));
        harness.port.answer = message -> message.id().equals(john.id()) ? deferred() : FakeEmailPort.accepted();

        List<Receipt> again = harness.notifier().resend(new IdempotencyKey("k"));

        assertThat(again).extracting(Receipt::result).containsExactly(FakeEmailPort.accepted(), deferred());
        assertThat(held()).containsExactly(john);
    }

    @Test
    void anErrorDuringAResendByKeyKeepsEveryMessage() {
        harness.send(key("k"));
        harness.notifier().send(Harness.APPROVED, Harness.recipient("john@example.gov"), key("k"));
        List<Receipt> before = held();
        harness.port.answer = message -> {
            throw new OutOfMemoryError();
        };

        assertThatThrownBy(() -> harness.notifier().resend(new IdempotencyKey("k")))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void aKeyIsAbandonedForAllOfItsRecipients() {
        Receipt jane = harness.send(key("k"));
        Receipt john = harness.notifier().send(Harness.APPROVED, Harness.recipient("john@example.gov"), key("k"));
        Receipt other = harness.send(key("other"));

        assertThat(harness.notifier().abandon(new IdempotencyKey("k"))).containsExactly(jane, john);
        assertThat(held()).containsExactly(other);
        assertThat(harness.send(key("k"))).isEqualTo(jane);
        assertThat(harness.port.received).hasSize(3);
    }

    @Test
    void aKeyOfNoUnconfirmedMessageIsThrownAndNotShown() {
        harness.send();
        IdempotencyKey key = new IdempotencyKey("submission-4711");

        assertThatThrownBy(() -> harness.notifier().resend(key))
                .isInstanceOf(NoSuchMessageException.class)
                .hasMessageNotContaining("4711");
        assertThatThrownBy(() -> harness.notifier().abandon(key)).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void onlyThoseInDoubtAreListedAndGetItAgain() {
        EmailMessage message = toThree();
        harness.port.answer = sent -> partly(Set.of(JANE), Map.of(JOHN, GONE));
        Receipt receipt = harness.notifier().send(message);
        assertThat(harness.notifier().unconfirmed().get(0).recipients()).containsExactly(MARY);
        harness.port.answer = sent -> FakeEmailPort.accepted();

        harness.notifier().resend(receipt.id());

        EmailMessage again = harness.port.received.get(1);
        assertThat(again.recipients()).containsExactly(MARY);
        assertThat(again.to()).isEqualTo(message.to());
        assertThat(again.cc()).isEqualTo(message.cc());
        assertThat(again.id()).isEqualTo(receipt.id());
        assertThat(harness.notifier().unconfirmed()).isEmpty();
        assertThat(harness.notifier().send(message)).isEqualTo(new Receipt(receipt.id(), "", FakeEmailPort.accepted()));
        assertThat(harness.port.received).hasSize(2);
    }

    @Test
    void theDeliveryLogSaysOfEachRecipientWhatIsKnown() {
        harness.port.answer = sent -> partly(Set.of(JANE), Map.of(JOHN, GONE));

        Receipt receipt = harness.notifier().send(toThree());

        assertThat(harness.timeline(receipt))
                .extracting(event -> event.recipient().orElseThrow(), DeliveryEvent::type)
                .containsExactly(
                        tuple(JANE, DeliveryEventType.SENT),
                        tuple(JOHN, DeliveryEventType.REJECTED),
                        tuple(MARY, DeliveryEventType.UNKNOWN));
    }

    @Test
    void whoeverTurnsOutToHaveItIsLeftOutNextTime() {
        harness.port.answer = sent -> partly(Set.of(), Map.of(JOHN, GONE));
        Receipt receipt = harness.notifier().send(toThree());
        harness.port.answer = sent -> partly(Set.of(JANE), Map.of());
        harness.notifier().resend(receipt.id());

        harness.notifier().resend(receipt.id());

        assertThat(harness.port.received)
                .extracting(EmailMessage::recipients)
                .containsExactly(List.of(JANE, JOHN, MARY), List.of(JANE, MARY), List.of(MARY));
    }

    @Test
    void nobodyGetsItTwiceIfTheAdapterCannotLeaveAnybodyOut() {
        harness.port.capabilities = Capabilities.unlimited().without(Feature.SEPARATE_ENVELOPE);
        harness.port.answer = sent -> partly(Set.of(JOHN), Map.of());
        Receipt receipt = harness.notifier().send(toThree());

        Receipt again = harness.notifier().resend(receipt.id());

        assertThat(again.result().problem()).contains(Failure.unsupported(Feature.SEPARATE_ENVELOPE));
        assertThat(harness.port.received).hasSize(1);
        assertThat(held()).containsExactly(receipt);
    }

    @Test
    void whoWasRefusedIsNotShownIfTheAdapterCannotLeaveAnybodyOutAndNobodyHasIt() {
        harness.port.capabilities = Capabilities.unlimited().without(Feature.SEPARATE_ENVELOPE);
        harness.port.answer = sent -> partly(Set.of(), Map.of(JOHN, GONE));
        Receipt receipt = harness.notifier().send(toThree());

        harness.notifier().resend(receipt.id());

        EmailMessage again = harness.port.received.get(1);
        assertThat(again.to()).containsExactly(JANE);
        assertThat(again.cc()).isEmpty();
        assertThat(again.bcc()).containsExactly(MARY);
        assertThat(again.withheld()).isEmpty();
    }

    @Test
    void withoutDoubtAboutAnybodyThereIsNothingToDecide() {
        harness.port.answer = sent -> partly(Set.of(JANE, MARY), Map.of(JOHN, GONE));

        harness.notifier().send(toThree());

        assertThat(harness.notifier().unconfirmed()).isEmpty();
    }

    private static EmailMessage toThree() {
        return EmailMessage.builder()
                .from(EmailAddress.of("portal@example.gov"))
                .to(JANE)
                .cc(JOHN)
                .bcc(MARY)
                .subject("Hello")
                .text("Good morning")
                .idempotencyKey("three")
                .build();
    }

    private static SendResult partly(Set<EmailAddress> served, Map<EmailAddress, Failure> refused) {
        return new Unconfirmed(
                "fake", Failure.of(Verdict.UNKNOWN, FailureReason.CONNECTION_LOST), served, refused, List.of());
    }

    private List<Receipt> held() {
        return harness.notifier().unconfirmed().stream()
                .map(UnconfirmedMessage::receipt)
                .toList();
    }

    private static SendResult deferred() {
        return new Deferred(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED), List.of());
    }
}
