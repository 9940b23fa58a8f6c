package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.email.MessageId;
import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryDeliveryLogTest extends DeliveryLogContract {

    @Override
    protected DeliveryLog log() {
        return DeliveryLog.inMemory();
    }

    @Nested
    class Bounds {

        private final DeliveryLog log =
                DeliveryLog.inMemory(2, Duration.ofDays(3_000), InstantSource.fixed(Instant.EPOCH));
        private final MessageId a = MessageId.random();
        private final MessageId b = MessageId.random();
        private final MessageId c = MessageId.random();

        @Test
        void theMessageKnownLongestIsForgottenFirst() {
            append(a, "1");
            append(b, "2");
            append(a, "3");
            append(c, "4");

            assertThat(log.timeline(a)).isEmpty();
            assertThat(log.timeline(b)).hasSize(1);
            assertThat(log.timeline(c)).hasSize(1);
        }

        @Test
        void theFirstThousandEventsOfAMessageAreKept() {
            for (int i = 0; i < 1_100; i++) {
                append(a, "event" + i);
            }

            assertThat(log.timeline(a))
                    .hasSize(1_000)
                    .extracting(DeliveryEvent::eventId)
                    .contains("event0", "event999");
        }

        @Test
        void boundsMustMakeSense() {
            InstantSource clock = InstantSource.system();
            assertThatThrownBy(() -> DeliveryLog.inMemory(0, Duration.ofDays(1), clock))
                    .isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> DeliveryLog.inMemory(1, Duration.ZERO, clock))
                    .isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> DeliveryLog.inMemory(1, Duration.ofDays(4_000), clock))
                    .isInstanceOf(InvalidArgumentException.class);
        }

        private void append(MessageId id, String eventId) {
            log.append(DeliveryEvent.of(DeliveryEventType.OPENED, "sendgrid", Instant.EPOCH)
                    .messageId(id)
                    .eventId(eventId)
                    .build());
        }
    }
}
