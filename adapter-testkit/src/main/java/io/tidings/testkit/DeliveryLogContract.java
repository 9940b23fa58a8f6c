package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What every {@link DeliveryLog} owes. The log need not be empty: each test uses a message of its own. */
@DisplayNameGeneration(Sentences.class)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
@Timeout(120)
public abstract class DeliveryLogContract {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final MessageId id = MessageId.random();
    private final String eventId = "event-" + UUID.randomUUID();
    private DeliveryLog log;

    /** For subclasses. */
    @SuppressWarnings("NullAway.Init") // by openLog
    protected DeliveryLogContract() {}

    /** The log to judge. Called for each test. */
    protected abstract DeliveryLog log() throws Exception;

    @BeforeEach
    void openLog() throws Exception {
        log = log();
    }

    @Test
    void anUnknownMessageHasNoHistory() {
        log.append(event(DeliveryEventType.SENT, 0).build());

        assertThat(log.timeline(MessageId.random())).isEmpty();
    }

    @Test
    void everyFieldOfAnEventIsKept() {
        DeliveryEvent full = event(DeliveryEventType.BOUNCED, 1)
                .recipient(EmailAddress.of("jane@example.org", "Jane Doe"))
                .rejectReason(RejectReason.INVALID)
                .status(Optional.of(new EnhancedStatus(5, 1, 1)))
                .template("data-submitted")
                .eventId(eventId)
                .providerId("provider-id")
                .byMachine(true)
                .raw("{\"event\":\"bounce\"}")
                .build();
        DeliveryEvent bare = event(DeliveryEventType.SENT, 0).build();
        log.append(full);
        log.append(bare);

        assertThat(log.timeline(id)).containsExactly(bare, full);
    }

    @Test
    void eventsAreInTheOrderOfTheirTime() {
        DeliveryEvent third = event(DeliveryEventType.OPENED, 30).build();
        DeliveryEvent first = event(DeliveryEventType.SENT, 10).build();
        DeliveryEvent second = event(DeliveryEventType.DELIVERED, 20).build();
        List.of(third, first, second).forEach(log::append);

        assertThat(log.timeline(id)).containsExactly(first, second, third);
    }

    @Test
    void eventsOfTheSameTimeAreInTheOrderInWhichTheyCame() {
        List<DeliveryEvent> events = new ArrayList<>();
        for (DeliveryEventType type : DeliveryEventType.values()) {
            events.add(event(type, 0).build());
        }
        events.forEach(log::append);

        assertThat(log.timeline(id)).isEqualTo(events);
    }

    @Test
    void aRedeliveryChangesNothing() {
        DeliveryEvent event =
                event(DeliveryEventType.DELIVERED, 0).eventId(eventId).build();

        assertThat(log.append(event)).isTrue();
        assertThat(log.append(event)).isFalse();
        assertThat(log.append(
                        event(DeliveryEventType.OPENED, 5).eventId(eventId).build()))
                .isFalse();

        assertThat(log.timeline(id)).containsExactly(event);
    }

    @Test
    void eventIdsCountPerProvider() {
        DeliveryEvent one =
                event(DeliveryEventType.DELIVERED, 0).eventId(eventId).build();
        DeliveryEvent other = DeliveryEvent.of(DeliveryEventType.DELIVERED, "smtp-legacy", NOON.plusSeconds(1))
                .messageId(id)
                .eventId(eventId)
                .build();
        log.append(one);
        log.append(other);

        assertThat(log.timeline(id)).containsExactly(one, other);
    }

    @Test
    void eventsWithoutAnEventIdAreAllKept() {
        DeliveryEvent event = event(DeliveryEventType.OPENED, 0).build();
        log.append(event);
        log.append(event);

        assertThat(log.timeline(id)).containsExactly(event, event);
    }

    @Test
    void messagesDoNotMix() {
        DeliveryEvent mine = event(DeliveryEventType.SENT, 0).build();
        log.append(mine);
        log.append(DeliveryEvent.of(DeliveryEventType.SENT, "sendgrid", NOON)
                .messageId(MessageId.random())
                .build());
        log.append(DeliveryEvent.of(DeliveryEventType.UNKNOWN, "sendgrid", NOON).build());

        assertThat(log.timeline(id)).containsExactly(mine);
    }

    @Test
    void aTimelineIsASnapshotThatCannotBeChanged() {
        DeliveryEvent event = event(DeliveryEventType.SENT, 0).build();
        log.append(event);
        List<DeliveryEvent> before = log.timeline(id);

        log.append(event(DeliveryEventType.DELIVERED, 1).build());

        assertThat(before).containsExactly(event);
        assertThatThrownBy(() -> before.add(event)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void severalThreadsMayAppend() throws Exception {
        Together.run(8, thread -> {
            for (int i = 0; i < 10; i++) {
                log.append(event(DeliveryEventType.OPENED, i)
                        .eventId(eventId + thread + "-" + i)
                        .build());
                log.append(
                        event(DeliveryEventType.CLICKED, 100).eventId(eventId).build());
            }
            return thread;
        });

        assertThat(log.timeline(id)).hasSize(81);
    }

    private DeliveryEventBuilder event(DeliveryEventType type, int seconds) {
        return DeliveryEvent.of(type, "sendgrid", NOON.plusSeconds(seconds)).messageId(id);
    }
}
