package io.tidings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.EmailAddress;
import io.tidings.email.FailureReason;
import io.tidings.email.MessageId;
import io.tidings.email.Purpose;
import io.tidings.error.StoreException;
import io.tidings.spi.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers report, as it comes to the notifier, and who is suppressed then. */
class SuppressionFeedTest {

    private static final EmailAddress JANE = Harness.JANE.address();
    private static final Instant START = ManualClock.START;

    private final Harness harness = new Harness();

    @AfterEach
    void close() {
        harness.close();
    }

    private static DeliveryEventBuilder event(DeliveryEventType type, int seconds) {
        return DeliveryEvent.of(type, "fake", START.plusSeconds(seconds))
                .messageId(MessageId.random())
                .recipient(JANE)
                .authentic(true);
    }

    private static DeliveryEvent bounce(int seconds, RejectReason reason) {
        return event(DeliveryEventType.BOUNCED, seconds).rejectReason(reason).build();
    }

    private void record(DeliveryEvent... events) {
        List.of(events).forEach(harness.notifier()::record);
    }

    @Test
    void afterABounceTheNextSendIsRejectedBeforeAnyProviderIsAsked() {
        Receipt first = harness.send();
        record(DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", START)
                .messageId(first.id())
                .recipient(JANE)
                .rejectReason(RejectReason.INVALID)
                .build());

        Receipt second = harness.send();

        assertThat(second.result().problem())
                .hasValueSatisfying(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.SUPPRESSED));
        assertThat(harness.port.received).hasSize(1);
        assertThat(harness.log.status(first.id(), JANE))
                .hasValueSatisfying(status -> assertThat(status.status()).isEqualTo(DeliveryEventType.BOUNCED));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLAINED,   ,             SPAM",
        "COMPLAINED,   BLOCKED,      SPAM",
        "BOUNCED,      INVALID,      INVALID",
        "BOUNCED,      BOUNCED,      BOUNCED",
        "REJECTED,     INVALID,      INVALID",
        "REJECTED,     BOUNCED,      BOUNCED",
        "REJECTED,     SPAM,         SPAM",
        "REJECTED,     UNSUBSCRIBED, UNSUBSCRIBED",
        "UNSUBSCRIBED, ,             UNSUBSCRIBED",
    })
    void whatSpeaksAgainstWritingSuppresses(DeliveryEventType type, RejectReason reason, RejectReason expected) {
        DeliveryEventBuilder event = event(type, 7);
        if (reason != null) {
            event.rejectReason(reason);
        }
        record(event.build());

        assertThat(harness.suppressions.list()).containsExactly(new Suppression(JANE, expected, START.plusSeconds(7)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMPLAINED", "UNSUBSCRIBED", "BOUNCED", "REJECTED"})
    void nothingElseDoes(DeliveryEventType type) {
        record(event(type, 0).rejectReason(RejectReason.BOUNCED).build());

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMED_OUT", "BLOCKED", "SUPPRESSED", "OTHER"})
    void aProvidersOtherRefusalsDoNot(RejectReason reason) {
        record(
                event(DeliveryEventType.REJECTED, 0).rejectReason(reason).build(),
                event(DeliveryEventType.REJECTED, 0).build(),
                bounce(0, reason));

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @Test
    void whatTheNotifierDecidedItselfTeachesNothing() {
        harness.suppressions.add(new Suppression(JANE, RejectReason.BOUNCED, START));
        harness.send();
        harness.suppressions.lift(JANE, RejectReason.BOUNCED);

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @Test
    void softBouncesSuppressAfterARun() {
        for (int i = 0; i < 4; i++) {
            record(bounce(i, RejectReason.OTHER));
        }
        assertThat(harness.suppressions.list()).isEmpty();

        record(bounce(4, RejectReason.TIMED_OUT));

        assertThat(harness.suppressions.list())
                .containsExactly(new Suppression(JANE, RejectReason.BOUNCED, START.plusSeconds(4)));
    }

    @Test
    void aDeliveryEndsARunWhenItHappenedNotWhenItIsHeardOf() {
        record(bounce(0, RejectReason.OTHER), bounce(1, RejectReason.OTHER), bounce(2, RejectReason.OTHER));
        record(event(DeliveryEventType.DELIVERED, 3).build());
        record(bounce(4, RejectReason.OTHER), bounce(5, RejectReason.OTHER), bounce(6, RejectReason.OTHER));
        record(bounce(7, RejectReason.OTHER));
        assertThat(harness.suppressions.list()).isEmpty();

        record(bounce(8, RejectReason.OTHER));
        assertThat(harness.suppressions.list()).hasSize(1);
    }

    @Test
    void severalBouncesOfOneMessageCountOnce() {
        MessageId id = MessageId.random();
        for (int i = 0; i < 10; i++) {
            record(event(DeliveryEventType.BOUNCED, i)
                    .messageId(id)
                    .rejectReason(RejectReason.OTHER)
                    .build());
        }

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @Test
    void aHostThatRefusesTheSenderDoesNotCount() {
        for (int i = 0; i < 20; i++) {
            record(bounce(i, RejectReason.BLOCKED));
        }

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theRunCanBeConfigured(int messages) {
        harness.builder.settings(Settings.of(Map.of("tidings.suppression.soft-bounces", Integer.toString(messages))));
        for (int i = 0; i < 10; i++) {
            assertThat(harness.suppressions.list()).hasSize(messages > 0 && i >= messages ? 1 : 0);
            record(bounce(i, RejectReason.OTHER));
        }
    }

    @Test
    void unsubscribingHoldsBackSubscriptionsAlone() {
        record(event(DeliveryEventType.UNSUBSCRIBED, 0).build());

        assertThat(harness.suppressions.blocking(JANE, Purpose.SUBSCRIPTION)).isPresent();
        assertThat(harness.suppressions.blocking(JANE, Purpose.TRANSACTIONAL)).isEmpty();
    }

    @Test
    void subscribingAgainLiftsOnlyItsGroup() {
        record(
                event(DeliveryEventType.UNSUBSCRIBED, 0).group("12").build(),
                event(DeliveryEventType.UNSUBSCRIBED, 1).group("13").build(),
                event(DeliveryEventType.UNSUBSCRIBED, 2).build(),
                event(DeliveryEventType.SUBSCRIBED, 3).group("12").build());

        assertThat(harness.suppressions.list()).extracting(Suppression::group).containsExactly("13", "");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theLastWishHoldsInWhicheverOrderWishesCome(long seed) {
        Random random = new Random(seed);
        List<DeliveryEvent> wishes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            wishes.add(event(i % 2 == 0 ? DeliveryEventType.UNSUBSCRIBED : DeliveryEventType.SUBSCRIBED, i)
                    .group("12")
                    .eventId("e" + i)
                    .build());
        }
        boolean lastIsOff = random.nextBoolean();
        if (lastIsOff) {
            wishes.add(event(DeliveryEventType.UNSUBSCRIBED, 6).group("12").build());
        }
        Collections.shuffle(wishes, random);
        wishes.forEach(harness.notifier()::record);

        assertThat(harness.suppressions.list()).as("seed %d", seed).hasSize(lastIsOff ? 1 : 0);
    }

    @Test
    void anybodyCanClaimABounceSoItMustProveItself() {
        DeliveryEventBuilder claim = DeliveryEvent.of(DeliveryEventType.BOUNCED, "smtp-legacy", START)
                .recipient(JANE)
                .rejectReason(RejectReason.INVALID);
        record(claim.build());
        assertThat(harness.suppressions.list()).isEmpty();
        assertThat(harness.log.unmatched()).containsExactly(claim.build());

        record(claim.authentic(true).build());
        assertThat(harness.suppressions.list()).hasSize(1);
    }

    @Test
    void whoKnowsTheIdOfOneMessageCannotClaimThatAnotherBounced() {
        Receipt receipt = harness.send();
        DeliveryEventBuilder claim = DeliveryEvent.of(DeliveryEventType.BOUNCED, "smtp-legacy", START)
                .messageId(receipt.id())
                .rejectReason(RejectReason.INVALID);
        record(
                claim.recipient(EmailAddress.of("john@example.gov")).build(),
                claim.recipient(JANE).messageId(MessageId.random()).build());
        assertThat(harness.suppressions.list()).isEmpty();

        record(claim.recipient(EmailAddress.of("JANE@example.gov"))
                .messageId(receipt.id())
                .build());
        assertThat(harness.suppressions.list()).hasSize(1);
    }

    @Test
    void aClaimDoesNotMakeTheNextOneBelieved() {
        EmailAddress victim = EmailAddress.of("victim@example.gov");
        DeliveryEventBuilder claim = DeliveryEvent.of(DeliveryEventType.BOUNCED, "smtp-legacy", START)
                .messageId(harness.send().id())
                .recipient(victim)
                .rejectReason(RejectReason.INVALID);

        record(claim.eventId("e1").build(), claim.eventId("e2").build());

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @Test
    void claimsDoNotCountInARunOfSoftBounces() {
        for (int i = 0; i < 10; i++) {
            record(event(DeliveryEventType.BOUNCED, i)
                    .authentic(false)
                    .rejectReason(RejectReason.OTHER)
                    .build());
        }
        record(bounce(10, RejectReason.OTHER));

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @Test
    void aLateWishDoesNotUndoALaterOneThatTheLogHasForgotten() {
        record(event(DeliveryEventType.UNSUBSCRIBED, 5).group("12").build());
        harness.log.erase(JANE);

        record(event(DeliveryEventType.SUBSCRIBED, 3).group("12").build());
        assertThat(harness.suppressions.list()).hasSize(1);

        record(event(DeliveryEventType.SUBSCRIBED, 6).group("12").build());
        assertThat(harness.suppressions.list()).isEmpty();
    }

    @Test
    void toSubscribeNeverSuppresses() {
        record(event(DeliveryEventType.UNSUBSCRIBED, 5).group("12").build());
        harness.suppressions.lift(JANE, RejectReason.UNSUBSCRIBED, "12");

        record(event(DeliveryEventType.SUBSCRIBED, 3).group("12").build());

        assertThat(harness.suppressions.list()).isEmpty();
    }

    /** Or neither would see the other in the log. */
    @Test
    void twoReportsOfOneRecipientAreHeardOneAfterTheOther() throws InterruptedException {
        harness.builder.settings(Settings.of(Map.of("tidings.suppression.soft-bounces", "2")));
        Thread second = new Thread(() -> record(bounce(1, RejectReason.OTHER)));
        harness.log = new PausingLog(harness.log, () -> {
            second.start();
            while (second.getState() != Thread.State.BLOCKED && second.isAlive()) {
                Thread.onSpinWait();
            }
        });

        record(bounce(0, RejectReason.OTHER));
        second.join();

        assertThat(harness.suppressions.list()).hasSize(1);
    }

    @Test
    void aRedeliveryDoesNotUndoALift() {
        DeliveryEvent bounce = event(DeliveryEventType.BOUNCED, 0)
                .rejectReason(RejectReason.INVALID)
                .eventId("e1")
                .build();
        record(bounce);
        harness.suppressions.lift(JANE, RejectReason.INVALID);

        record(bounce);

        assertThat(harness.suppressions.list()).isEmpty();
    }

    @Test
    void whatTheListDidNotTakeIsNotLoggedSoThatItIsReportedAgain() {
        AtomicBoolean broken = new AtomicBoolean(true);
        SuppressionList correct = harness.suppressions;
        harness.suppressions = new SuppressionList() {
            @Override
            public void add(Suppression suppression) {
                if (broken.get()) {
                    throw new IllegalStateException("jane@example.gov");
                }
                correct.add(suppression);
            }

            @Override
            public List<Suppression> find(EmailAddress address) {
                return correct.find(address);
            }

            @Override
            public boolean lift(EmailAddress address, RejectReason reason, String group) {
                return correct.lift(address, reason, group);
            }

            @Override
            public List<Suppression> list() {
                return correct.list();
            }
        };
        DeliveryEvent bounce = event(DeliveryEventType.BOUNCED, 0)
                .rejectReason(RejectReason.INVALID)
                .eventId("e1")
                .build();

        assertThatThrownBy(() -> record(bounce))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("jane");
        assertThat(harness.log.contains(bounce)).isFalse();
        broken.set(false);
        record(bounce);

        assertThat(correct.list()).hasSize(1);
        assertThat(harness.log.contains(bounce)).isTrue();
    }

    @Test
    void aReportThatNamesOnlyTheProvidersIdIsMatched() {
        Receipt receipt = harness.send();
        String providerId = harness.timeline(receipt).get(0).providerId();
        assertThat(providerId).isNotEmpty();

        record(DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", START)
                .providerId(providerId)
                .recipient(JANE)
                .rejectReason(RejectReason.INVALID)
                .build());

        assertThat(harness.timeline(receipt))
                .extracting(DeliveryEvent::type)
                .containsExactly(DeliveryEventType.SENT, DeliveryEventType.BOUNCED);
        assertThat(harness.suppressions.list()).hasSize(1);
    }

    @Test
    void theNotifierShowsItsStores() {
        DeliveryLog log = harness.log;

        assertThat(harness.notifier().deliveryLog()).isSameAs(log);
        assertThat(harness.notifier().suppressionList()).isSameAs(harness.suppressions);
    }
}
