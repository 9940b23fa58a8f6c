package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.Delivery;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.DeliveryQuery;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** Of late, or the log would be right to have forgotten it. */
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_600);

    private final MessageId id = MessageId.random();
    private final String eventId = "event-" + UUID.randomUUID();
    private final MessageId otherId = MessageId.random();
    private final String host = UUID.randomUUID() + ".example.org";
    private final String template = "template-" + UUID.randomUUID();
    private final EmailAddress jane = EmailAddress.of("jane@" + host);
    private final EmailAddress john = EmailAddress.of("john@" + host);
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
                .diagnostic("550 5.1.1 no such user")
                .template("data-submitted")
                .eventId(eventId)
                .providerId("provider-id")
                .group("12")
                .authentic(true)
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
        DeliveryEvent other = DeliveryEvent.of(DeliveryEventType.DELIVERED, "smtp-legacy", noon.plusSeconds(1))
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
        log.append(DeliveryEvent.of(DeliveryEventType.SENT, "sendgrid", noon)
                .messageId(MessageId.random())
                .build());
        log.append(DeliveryEvent.of(DeliveryEventType.UNKNOWN, "sendgrid", noon).build());

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
    void itSaysWhichEventsItHas() {
        DeliveryEvent event =
                event(DeliveryEventType.DELIVERED, 0).eventId(eventId).build();
        DeliveryEvent unmatched = DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", noon)
                .eventId(eventId)
                .build();
        DeliveryEvent nameless = event(DeliveryEventType.OPENED, 0).build();

        assertThat(List.of(event, unmatched, nameless)).noneMatch(log::contains);
        log.append(event);
        assertThat(log.contains(event)).isTrue();
        assertThat(log.contains(unmatched)).isFalse();
        log.append(unmatched);
        log.append(nameless);

        assertThat(log.contains(unmatched)).isTrue();
        assertThat(log.append(unmatched)).isFalse();
        assertThat(log.contains(nameless)).isFalse();
    }

    @Test
    void eventsThatNameNoMessageAreKeptApart() {
        DeliveryEvent unmatched = DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", noon)
                .recipient(jane)
                .eventId(eventId)
                .build();
        log.append(event(DeliveryEventType.SENT, 0).recipient(jane).build());
        log.append(unmatched);
        log.append(unmatched);

        assertThat(log.unmatched().stream().filter(event -> event.eventId().equals(eventId)))
                .containsExactly(unmatched);
        assertThat(log.unmatched()).allMatch(event -> event.messageId().isEmpty());
    }

    @Test
    void aRecipientsTimelineHasAllMessagesButNobodyElses() {
        DeliveryEvent second = event(DeliveryEventType.BOUNCED, 20)
                .recipient(EmailAddress.of("JANE@" + host))
                .build();
        DeliveryEvent first = other(DeliveryEventType.SENT, 10).recipient(jane).build();
        DeliveryEvent third = DeliveryEvent.of(DeliveryEventType.COMPLAINED, "sendgrid", noon.plusSeconds(30))
                .recipient(jane)
                .build();
        log.append(event(DeliveryEventType.SENT, 0).recipient(john).build());
        List.of(second, third, first).forEach(log::append);

        assertThat(log.timeline(EmailAddress.of("Jane@" + host))).containsExactly(first, second, third);
        assertThat(log.timeline(EmailAddress.of("nobody@" + host))).isEmpty();
    }

    @Test
    void theStatusIsThatOfTheRecipient() {
        log.append(event(DeliveryEventType.SENT, 0).recipient(jane).build());
        log.append(event(DeliveryEventType.SENT, 0).recipient(john).build());
        log.append(event(DeliveryEventType.BOUNCED, 5).recipient(jane).build());
        log.append(event(DeliveryEventType.DELIVERED, 9).recipient(jane).build());

        assertThat(log.status(id, EmailAddress.of("Jane@" + host)).map(Delivery::status))
                .contains(DeliveryEventType.BOUNCED);
        assertThat(log.status(id, john).map(Delivery::status)).contains(DeliveryEventType.SENT);
        assertThat(log.status(id, EmailAddress.of("nobody@" + host))).isEmpty();
        assertThat(log.status(MessageId.random(), jane)).isEmpty();
    }

    @Test
    void deliveriesAreFoundByTemplatePeriodStatusAndRecipientNewestFirst() {
        log.append(event(DeliveryEventType.SENT, 0)
                .recipient(jane)
                .template(template)
                .build());
        log.append(event(DeliveryEventType.DELIVERED, 50).recipient(jane).build());
        log.append(other(DeliveryEventType.SENT, 10)
                .recipient(john)
                .template(template)
                .build());
        log.append(other(DeliveryEventType.BOUNCED, 20).recipient(john).build());
        Delivery janes = log.status(id, jane).orElseThrow();
        Delivery johns = log.status(otherId, john).orElseThrow();
        DeliveryQuery mine = DeliveryQuery.all().template(template);

        assertThat(log.find(mine)).containsExactly(johns, janes);
        assertThat(log.find(mine.limit(1))).containsExactly(johns);
        assertThat(log.find(mine.status(DeliveryEventType.DELIVERED))).containsExactly(janes);
        assertThat(log.find(mine.status(DeliveryEventType.SENT))).isEmpty();
        assertThat(log.find(mine.status(DeliveryEventType.DELIVERED, DeliveryEventType.BOUNCED)))
                .containsExactly(johns, janes);
        assertThat(log.find(mine.from(noon.plusSeconds(10)))).containsExactly(johns);
        assertThat(log.find(mine.until(noon.plusSeconds(10)))).containsExactly(janes);
        assertThat(log.find(mine.recipient(EmailAddress.of("Jane@" + host)))).containsExactly(janes);
        assertThat(log.find(DeliveryQuery.all().template(template + "-other"))).isEmpty();
    }

    @Test
    void aMessageIsFoundByTheIdThatTheProviderGaveIt() {
        log.append(event(DeliveryEventType.SENT, 0)
                .recipient(jane)
                .providerId(eventId)
                .build());

        assertThat(log.idOf("sendgrid", eventId, Optional.of(EmailAddress.of("Jane@" + host))))
                .contains(id);
        assertThat(log.idOf("sendgrid", eventId, Optional.empty())).contains(id);
        assertThat(log.idOf("sendgrid", eventId, Optional.of(john))).isEmpty();
        assertThat(log.idOf("smtp-legacy", eventId, Optional.empty())).isEmpty();
        assertThat(log.idOf("sendgrid", "another", Optional.of(jane))).isEmpty();
    }

    @Test
    void messagesThatWentTogetherAreToldApartByRecipient() {
        log.append(event(DeliveryEventType.SENT, 0)
                .recipient(jane)
                .providerId(eventId)
                .build());
        log.append(other(DeliveryEventType.SENT, 0)
                .recipient(john)
                .providerId(eventId)
                .build());

        assertThat(log.idOf("sendgrid", eventId, Optional.of(jane))).contains(id);
        assertThat(log.idOf("sendgrid", eventId, Optional.of(john))).contains(otherId);
        assertThat(log.idOf("sendgrid", eventId, Optional.empty())).isEmpty();
    }

    @Test
    void onlyTheSendSaysWhatTheProviderCallsAMessage() {
        log.append(event(DeliveryEventType.OPENED, 0).providerId(eventId).build());

        assertThat(log.idOf("sendgrid", eventId, Optional.empty())).isEmpty();
    }

    @Test
    void aReportWithTheProvidersIdIsMatched() {
        log.append(event(DeliveryEventType.SENT, 0)
                .recipient(jane)
                .providerId(eventId)
                .build());
        DeliveryEventBuilder bounce =
                DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", noon).recipient(jane);
        DeliveryEvent report = bounce.providerId(eventId).build();

        assertThat(log.matched(report)).isEqualTo(bounce.messageId(id).build());
        assertThat(log.matched(event(DeliveryEventType.OPENED, 0).build()).messageId())
                .contains(id);
        DeliveryEvent stranger = DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", noon)
                .providerId("another")
                .build();
        assertThat(log.matched(stranger)).isEqualTo(stranger);
    }

    /** Times long gone, so that a log that is in use loses nothing. */
    @Test
    void whatIsOldIsForgotten() {
        Instant longAgo = Instant.EPOCH;
        DeliveryEvent old = DeliveryEvent.of(DeliveryEventType.SENT, "sendgrid", longAgo)
                .messageId(id)
                .recipient(jane)
                .providerId(eventId)
                .build();
        DeliveryEvent stillGoing = DeliveryEvent.of(DeliveryEventType.SENT, "sendgrid", longAgo)
                .messageId(otherId)
                .recipient(jane)
                .build();
        log.append(old);
        log.append(stillGoing);
        log.append(other(DeliveryEventType.DELIVERED, 0).recipient(jane).build());
        log.append(DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", longAgo)
                .recipient(jane)
                .build());

        log.forget(longAgo.plusSeconds(1));

        assertThat(log.timeline(id)).isEmpty();
        assertThat(log.idOf("sendgrid", eventId, Optional.of(jane))).isEmpty();
        assertThat(log.timeline(otherId)).hasSize(2).startsWith(stillGoing);
        assertThat(log.timeline(jane)).hasSize(2);
        assertThat(log.forget(longAgo.plusSeconds(1))).isZero();
    }

    @Test
    void onePersonCanBeErased() {
        DeliveryEvent bounced = event(DeliveryEventType.BOUNCED, 1)
                .recipient(EmailAddress.of("JANE@" + host))
                .eventId(eventId)
                .build();
        DeliveryEvent johns = event(DeliveryEventType.SENT, 0).recipient(john).build();
        DeliveryEvent ofNobody = event(DeliveryEventType.UNKNOWN, 2).build();
        DeliveryEvent unmatched = DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", noon)
                .recipient(jane)
                .build();
        List.of(event(DeliveryEventType.SENT, 0).recipient(jane).build(), bounced, johns, ofNobody, unmatched)
                .forEach(log::append);

        assertThat(log.erase(jane)).isEqualTo(3);

        assertThat(log.timeline(jane)).isEmpty();
        assertThat(log.timeline(id)).containsExactly(johns, ofNobody);
        assertThat(log.status(id, jane)).isEmpty();
        assertThat(log.find(DeliveryQuery.all().recipient(jane))).isEmpty();
        assertThat(log.unmatched()).doesNotContain(unmatched);
        assertThat(log.append(bounced)).as("a redelivery").isFalse();
        assertThat(log.erase(jane)).isZero();
    }

    @Test
    void whatNamesNobodyIsErasedWithTheOnlyRecipient() {
        log.append(event(DeliveryEventType.SENT, 0).recipient(jane).build());
        log.append(event(DeliveryEventType.UNKNOWN, 1).raw("may name her").build());

        log.erase(jane);

        assertThat(log.timeline(id)).isEmpty();
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

    private DeliveryEventBuilder other(DeliveryEventType type, int seconds) {
        return event(type, seconds).messageId(otherId);
    }

    private DeliveryEventBuilder event(DeliveryEventType type, int seconds) {
        return DeliveryEvent.of(type, "sendgrid", noon.plusSeconds(seconds)).messageId(id);
    }
}
