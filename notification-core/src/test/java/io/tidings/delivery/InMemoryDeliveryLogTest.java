package io.tidings.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.MessageId;
import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryDeliveryLogTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MessageId id = MessageId.random();

    private static DeliveryEventBuilder event(MessageId id, int second) {
        return DeliveryEvent.of(DeliveryEventType.SENT, "sendgrid", NOON.plusSeconds(second))
                .messageId(id);
    }

    @Test
    void tellsTheHistoryByTimeAndThenByArrival() {
        DeliveryLog log = DeliveryLog.inMemory();
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
        DeliveryLog log = DeliveryLog.inMemory();
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
        DeliveryLog log = DeliveryLog.inMemory(2);
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
    void keepsTheFirst1000EventsOfAMessage() {
        DeliveryLog log = DeliveryLog.inMemory(1);
        for (int i = 0; i < 1_001; i++) {
            log.append(event(id, i).eventId("e" + i).build());
        }

        assertThat(log.timeline(id))
                .hasSize(1_000)
                .last()
                .extracting(DeliveryEvent::eventId)
                .isEqualTo("e999");
    }

    @Test
    void keepsNoEventsOfUnknownMessages() {
        DeliveryLog log = DeliveryLog.inMemory(1);
        log.append(event(id, 1).build());
        log.append(DeliveryEvent.of(DeliveryEventType.UNKNOWN, "sendgrid", NOON).build());

        assertThat(log.timeline(id)).hasSize(1);
    }

    @Test
    void keepsAtLeastOneMessage() {
        assertThat(DeliveryLog.inMemory(1)).isNotNull();
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> DeliveryLog.inMemory(0));
    }
}
