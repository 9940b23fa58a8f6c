package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.JANE;
import static io.tidings.adapter.inmemory.TestMessages.KIM;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.Accepted;
import io.tidings.email.EmailMessage;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SimulatedEventsTest {

    private final ManualClock clock = new ManualClock();
    private final List<DeliveryEvent> heard = new ArrayList<>();
    private final InMemoryEmailAdapter adapter =
            InMemoryEmailAdapter.builder().clock(clock).onEvent(heard::add).build();
    private final EmailMessage message = message().to(JANE, KIM).build();

    @Test
    void anEventCanBeMatchedToItsMessage() {
        Accepted accepted = (Accepted) adapter.send(message);
        clock.pass(Duration.ofMinutes(3));

        DeliveryEvent event = adapter.events().delivered(message.id());

        assertThat(heard).containsExactly(event);
        assertThat(event.type()).isEqualTo(DeliveryEventType.DELIVERED);
        assertThat(event.provider()).isEqualTo("inmemory");
        assertThat(event.at()).isEqualTo(ManualClock.START.plusSeconds(180));
        assertThat(event.messageId()).hasValue(message.id());
        assertThat(event.recipient()).hasValue(JANE);
        assertThat(event.template()).isEqualTo("data-submitted");
        assertThat(event.providerId()).isEqualTo(accepted.providerId());
        assertThat(event.byMachine()).isFalse();
    }

    @Test
    void aBounceSaysWhy() {
        adapter.send(message);

        DeliveryEvent event = adapter.events().bounced(message.id(), RejectReason.INVALID, new EnhancedStatus(5, 1, 1));

        assertThat(event.type()).isEqualTo(DeliveryEventType.BOUNCED);
        assertThat(event.rejectReason()).hasValue(RejectReason.INVALID);
        assertThat(event.status()).hasValue(new EnhancedStatus(5, 1, 1));
    }

    @Test
    void anOpenByAMachineIsNotOneByAPerson() {
        adapter.send(message);

        assertThat(adapter.events().opened(message.id()).byMachine()).isFalse();
        assertThat(adapter.events().openedByMachine(message.id()).byMachine()).isTrue();
        assertThat(adapter.events().complained(message.id()).type()).isEqualTo(DeliveryEventType.COMPLAINED);
        assertThat(heard).hasSize(3).extracting(DeliveryEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void detailsCanDiffer() {
        adapter.send(message);

        DeliveryEvent event =
                adapter.events().report(message.id(), DeliveryEventType.DEFERRED, details -> details.recipient(KIM));

        assertThat(event.recipient()).hasValue(KIM);
        assertThat(event.template()).isEqualTo("data-submitted");
    }

    @Test
    void aRedeliveredEventIsTheSameOne() {
        DeliveryEvent event = adapter.events().report(message.id(), DeliveryEventType.CLICKED);

        adapter.events().redeliver(event);

        assertThat(heard).containsExactly(event, event);
    }

    @Test
    void ofAMessageThatWasNotSentItSaysOnlyTheId() {
        MessageId unknown = MessageId.random();

        DeliveryEvent event = adapter.events().delivered(unknown);

        assertThat(event.messageId()).hasValue(unknown);
        assertThat(event.recipient()).isEmpty();
        assertThat(event.template()).isEmpty();
    }

    @Test
    void aMessageCanBeReportedOnWhileItIsStillUnderWay() {
        List<DeliveryEvent> early = new ArrayList<>();
        AtomicReference<InMemoryEmailAdapter> itself = new AtomicReference<>();
        itself.set(InMemoryEmailAdapter.builder()
                .delay(duration -> early.add(itself.get().events().delivered(message.id())))
                .build());
        itself.get().next(Answer.accepted().after(Duration.ofSeconds(1)));

        itself.get().send(message);

        assertThat(early).singleElement().satisfies(event -> assertThat(event.recipient())
                .hasValue(JANE));
    }

    @Test
    void anotherListenerCanTakeOver() {
        List<DeliveryEvent> elsewhere = new ArrayList<>();
        adapter.events().onEvent(elsewhere::add);

        adapter.events().delivered(message.id());

        assertThat(heard).isEmpty();
        assertThat(elsewhere).hasSize(1);
    }

    @Test
    void aListenerThatCannotStoreTheEventTellsTheTest() {
        adapter.events().onEvent(event -> {
            throw new StoreException("The log is full");
        });

        assertThatThrownBy(() -> adapter.events().delivered(message.id())).isInstanceOf(StoreException.class);
    }

    @Test
    void withoutAListenerNobodyHears() {
        try (InMemoryEmailAdapter silent = new InMemoryEmailAdapter()) {
            assertThat(silent.events().delivered(message.id()).type()).isEqualTo(DeliveryEventType.DELIVERED);
        }
    }
}
