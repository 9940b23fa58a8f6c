package io.tidings.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryDeliveryLogTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MessageId id = MessageId.random();
    private Instant now = NOON;
    private final InstantSource clock = () -> now;

    private static DeliveryEventBuilder event(MessageId id, int second) {
        return DeliveryEvent.of(DeliveryEventType.SENT, "sendgrid", NOON.plusSeconds(second))
                .messageId(id);
    }

    private DeliveryLog log(int messages) {
        return DeliveryLog.inMemory(messages, Duration.ofDays(90), clock);
    }

    @Test
    void tellsTheHistoryByTimeAndThenByArrival() {
        DeliveryLog log = DeliveryLog.inMemory(clock);
        DeliveryEvent late = event(id, 2).build();
        DeliveryEvent early = event(id, 1).providerId("first").build();
        DeliveryEvent sameTime = event(id, 1).providerId("second").build();
        List.of(late, early, sameTime).forEach(log::append);

        assertThat(log.timeline(id)).containsExactly(early, sameTime, late);
        assertThat(log.timeline(MessageId.random())).isEmpty();
        assertThatThrownBy(() -> log.timeline(id).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void countsARedeliveredEventOnce() {
        DeliveryLog log = DeliveryLog.inMemory(clock);
        log.append(event(id, 1).eventId("e1").build());
        log.append(event(id, 1).eventId("e1").build());
        log.append(event(id, 1).eventId("e2").build());
        log.append(event(id, 1).build());
        log.append(event(id, 1).build());
        log.append(DeliveryEvent.of(DeliveryEventType.SENT, "smtp-legacy", NOON)
                .messageId(id)
                .eventId("e1")
                .build());

        assertThat(log.timeline(id))
                .extracting(event -> event.provider() + " " + event.eventId())
                .containsExactly("smtp-legacy e1", "sendgrid e1", "sendgrid e2", "sendgrid ", "sendgrid ");
    }

    @Test
    void forgetsTheMessageThatItHasKnownLongest() {
        DeliveryLog log = log(2);
        MessageId second = MessageId.random();
        MessageId third = MessageId.random();
        log.append(event(id, 1).build());
        log.append(event(second, 1).build());
        log.append(event(id, 2).build());
        assertThat(log.timeline(id)).hasSize(2);

        log.append(event(third, 1).build());

        assertThat(log.timeline(id)).isEmpty();
        assertThat(log.timeline(second)).hasSize(1);
        assertThat(log.timeline(third)).hasSize(1);
    }

    @Test
    void machinesThatOpenAMessageWithoutEndLeaveRoomForItsFate() {
        DeliveryLog log = log(1);
        EmailAddress jane = EmailAddress.of("jane@example.org");
        for (int i = 0; i < 1_001; i++) {
            log.append(DeliveryEvent.of(DeliveryEventType.OPENED, "sendgrid", NOON.plusSeconds(i))
                    .messageId(id)
                    .recipient(jane)
                    .eventId("e" + i)
                    .build());
        }
        assertThat(log.timeline(id)).hasSize(1_000);

        log.append(DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", NOON)
                .messageId(id)
                .recipient(jane)
                .build());

        assertThat(log.timeline(id)).hasSize(1_001);
        assertThat(log.status(id, jane).map(Delivery::status)).contains(DeliveryEventType.BOUNCED);
    }

    @Test
    void keepsTheFirst10000OtherEventsOfAMessage() {
        DeliveryLog log = log(1);
        for (int i = 0; i < 10_001; i++) {
            log.append(event(id, i).eventId("e" + i).build());
        }

        assertThat(log.timeline(id))
                .hasSize(10_000)
                .last()
                .extracting(DeliveryEvent::eventId)
                .isEqualTo("e9999");
    }

    @Test
    void whatAnybodyCanMakeUpDrivesOutNoRealMessage() {
        DeliveryLog log = log(3);
        List<MessageId> real = List.of(id, MessageId.random());
        real.forEach(each -> log.append(event(each, 0).authentic(true).build()));
        for (int i = 0; i < 10; i++) {
            log.append(event(MessageId.random(), 0).build());
        }
        assertThat(real).allSatisfy(each -> assertThat(log.timeline(each)).hasSize(1));

        MessageId later = MessageId.random();
        log.append(event(later, 0).build());
        log.append(event(later, 1).authentic(true).build());
        log.append(event(MessageId.random(), 0).authentic(true).build());

        assertThat(log.timeline(id)).as("the one known longest").isEmpty();
        assertThat(log.timeline(later)).hasSize(2);
    }

    @Test
    void recognisesARedeliveryAlthoughItsMessageHadToGo() {
        DeliveryLog log = log(1);
        DeliveryEvent first = event(id, 0).eventId("e1").build();
        log.append(first);
        log.append(event(MessageId.random(), 0).build());

        assertThat(log.contains(first)).isTrue();
        assertThat(log.append(first)).isFalse();
        assertThat(log.timeline(id)).isEmpty();
    }

    @Test
    void keepsNoEventsOfUnknownMessages() {
        DeliveryLog log = log(1);
        log.append(event(id, 1).build());
        log.append(DeliveryEvent.of(DeliveryEventType.UNKNOWN, "sendgrid", NOON).build());

        assertThat(log.timeline(id)).hasSize(1);
    }

    @Test
    void keepsAtLeastOneMessage() {
        assertThat(log(1)).isNotNull();
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> log(0));
    }

    @Test
    void forgetsMessagesWhenTheirTimeIsOver() {
        DeliveryLog log = DeliveryLog.inMemory(10, Duration.ofDays(30), clock);
        EmailAddress jane = EmailAddress.of("jane@example.org");
        log.append(event(id, 0).recipient(jane).build());
        DeliveryEvent unmatched = DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", NOON)
                .recipient(jane)
                .build();
        log.append(unmatched);

        now = NOON.plus(Duration.ofDays(30));
        assertThat(log.timeline(id)).hasSize(1);
        assertThat(log.timeline(jane)).hasSize(2);

        now = now.plusMillis(1);
        assertThat(log.timeline(id)).isEmpty();
        assertThat(log.timeline(jane)).isEmpty();
        assertThat(log.unmatched()).isEmpty();
        assertThat(log.find(DeliveryQuery.all())).isEmpty();
    }

    /** What cannot be seen any more must not lie in memory either. */
    @Test
    void clearsAwayWhatItForgot() {
        DeliveryLog log = DeliveryLog.inMemory(10_000, Duration.ofDays(30), clock);
        log.append(event(id, 0).build());
        now = NOON.plus(Duration.ofDays(31));
        MessageId other = MessageId.random();
        for (int i = 0; i < 1_000; i++) {
            log.append(event(other, 0).eventId("e" + i).build());
        }

        now = NOON;
        assertThat(log.timeline(id)).isEmpty();
    }

    @Test
    void keepsTheLast1000EventsThatNameNoMessage() {
        DeliveryLog log = DeliveryLog.inMemory(clock);
        for (int i = 0; i < 1_001; i++) {
            log.append(DeliveryEvent.of(DeliveryEventType.UNKNOWN, "sendgrid", NOON)
                    .eventId("e" + i)
                    .build());
        }

        assertThat(log.unmatched())
                .hasSize(1_000)
                .first()
                .extracting(DeliveryEvent::eventId)
                .isEqualTo("e1");
        assertThat(log.append(DeliveryEvent.of(DeliveryEventType.UNKNOWN, "sendgrid", NOON)
                        .eventId("e0")
                        .build()))
                .as("a redelivery")
                .isFalse();
    }

    @Test
    void aForgottenMessageIsNoLongerFoundByTheProvidersId() {
        DeliveryLog log = log(1);
        log.append(event(id, 0).providerId("p").build());
        assertThat(log.idOf("sendgrid", "p", Optional.empty())).contains(id);

        log.append(event(MessageId.random(), 0).build());

        assertThat(log.idOf("sendgrid", "p", Optional.empty())).isEmpty();
    }

    @Test
    void whatAFullMessageDoesNotKeepLeavesNoTrace() {
        DeliveryLog log = log(1);
        EmailAddress late = EmailAddress.of("late@example.org");
        for (int i = 0; i < 1_000; i++) {
            log.append(event(id, i).build());
        }
        log.append(event(id, 1_000).recipient(late).build());
        log.append(event(MessageId.random(), 0).build());

        assertThat(log.erase(late)).isZero();
    }

    @Test
    void anErasedMessageIsNotFoundByTheProvidersIdOnceItIsForgotten() {
        DeliveryLog log = log(1);
        EmailAddress jane = EmailAddress.of("jane@example.org");
        log.append(event(id, 0).recipient(jane).providerId("p").build());
        log.erase(jane);

        log.append(event(MessageId.random(), 0).build());

        assertThat(log.idOf("sendgrid", "p", Optional.empty())).isEmpty();
    }

    @Test
    void whatWasMatchedByTheProvidersIdIsRecognisedAfterItWasErased() {
        DeliveryLog log = log(2);
        EmailAddress jane = EmailAddress.of("jane@example.org");
        log.append(event(id, 0).recipient(jane).providerId("p").build());
        log.append(event(MessageId.random(), 0)
                .recipient(EmailAddress.of("john@example.org"))
                .providerId("p")
                .build());
        DeliveryEvent bounce = DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", NOON)
                .recipient(jane)
                .providerId("p")
                .eventId("e1")
                .build();
        log.append(log.matched(bounce));
        log.erase(jane);

        assertThat(log.append(log.matched(bounce))).isFalse();
        assertThat(log.timeline(jane)).isEmpty();
    }

    @Test
    void theLastThatIsKnownOfABroadcastIsNotTakenForTheOthers() {
        DeliveryLog log = log(1);
        EmailAddress jane = EmailAddress.of("jane@example.org");
        EmailAddress john = EmailAddress.of("john@example.org");
        MessageId johns = MessageId.random();
        log.append(event(id, 0).recipient(jane).providerId("p").build());
        log.append(event(johns, 0).recipient(john).providerId("p").build());

        assertThat(log.idOf("sendgrid", "p", Optional.of(jane))).isEmpty();
        assertThat(log.idOf("sendgrid", "p", Optional.of(john))).contains(johns);
    }

    @Test
    void whatOthersHaveInCommonWithTheErasedStays() {
        DeliveryLog log = log(1);
        EmailAddress jane = EmailAddress.of("jane@example.org");
        EmailAddress john = EmailAddress.of("john@example.org");
        log.append(event(id, 0).recipient(jane).providerId("p").build());
        log.append(event(id, 0).recipient(john).providerId("p").build());

        log.erase(jane);

        assertThat(log.idOf("sendgrid", "p", Optional.of(john))).contains(id);
        assertThat(log.idOf("sendgrid", "p", Optional.of(jane))).isEmpty();
    }
}
