package io.tidings.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MessageId ID = MessageId.random();
    private static final EmailAddress JANE = EmailAddress.of("jane@example.org");
    private static final EmailAddress JOHN = EmailAddress.of("john@example.org");

    private static DeliveryEventBuilder event(DeliveryEventType type, int seconds) {
        return DeliveryEvent.of(type, "sendgrid", NOON.plusSeconds(seconds))
                .messageId(ID)
                .recipient(JANE);
    }

    private static Delivery only(List<DeliveryEvent> events) {
        List<Delivery> deliveries = Delivery.of(ID, events);
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "SENT QUEUED DELIVERED, DELIVERED",
        "SENT QUEUED DEFERRED DELIVERED, DELIVERED",
        "SENT DEFERRED BOUNCED, BOUNCED",
        "SENT DELIVERED BOUNCED, BOUNCED",
        "SENT DELIVERED COMPLAINED, COMPLAINED",
        "SENT QUEUED REJECTED, REJECTED",
        "SENT FAILED DELIVERED, FAILED",
        "SENT REJECTED FAILED, REJECTED",
        "BOUNCED REJECTED, BOUNCED",
        "COMPLAINED BOUNCED DELIVERED, COMPLAINED",
        "UNKNOWN SENT, SENT",
        "SENT DELIVERED OPENED CLICKED, DELIVERED",
        "SENT UNSUBSCRIBED SUBSCRIBED AUTORESPONDED, SENT",
        "OPENED, UNKNOWN",
    })
    void anyOrderOfArrivalGivesTheSameStatus(String types, DeliveryEventType status) {
        List<DeliveryEvent> events = new ArrayList<>();
        for (String type : types.split(" ")) {
            events.add(event(DeliveryEventType.valueOf(type), events.size()).build());
        }
        Delivery expected = only(events);
        assertThat(expected.status()).isEqualTo(status);

        assertThat(permutations(events))
                .allMatch(permutation -> only(permutation).equals(expected));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 500).mapToObj(seed -> (long) seed);
    }

    /** Times collide on purpose. */
    @ParameterizedTest
    @MethodSource("seeds")
    void neitherOrderNorDoublesChangeADelivery(long seed) {
        Random random = new Random(seed);
        List<DeliveryEvent> events = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            events.add(any(random));
        }
        List<Delivery> expected = Delivery.of(ID, events);
        List<DeliveryEvent> shuffled = new ArrayList<>(events);
        for (int i = 0; i < random.nextInt(6); i++) {
            shuffled.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(shuffled, random);

        assertThat(Delivery.of(ID, shuffled)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static DeliveryEvent any(Random random) {
        DeliveryEventType[] types = DeliveryEventType.values();
        RejectReason[] reasons = RejectReason.values();
        DeliveryEventBuilder event = DeliveryEvent.of(
                        types[random.nextInt(types.length)],
                        random.nextBoolean() ? "sendgrid" : "smtp-legacy",
                        NOON.plusSeconds(random.nextInt(3)))
                .messageId(ID)
                .byMachine(random.nextBoolean())
                .template(List.of("", "a", "b").get(random.nextInt(3)))
                .diagnostic(List.of("", "no such user", "mailbox full").get(random.nextInt(3)))
                .status(random.nextBoolean() ? Optional.of(new EnhancedStatus(5, 1, 1)) : Optional.empty());
        if (random.nextBoolean()) {
            event.rejectReason(reasons[random.nextInt(reasons.length)]);
        }
        if (random.nextInt(4) > 0) {
            event.recipient(random.nextInt(4) > 0 ? JANE : JOHN);
        }
        return event.build();
    }

    @Test
    void saysWhoAndWhyAndWhen() {
        Delivery delivery = only(List.of(
                event(DeliveryEventType.SENT, 0).template("data-submitted").build(),
                event(DeliveryEventType.BOUNCED, 7)
                        .rejectReason(RejectReason.INVALID)
                        .status(Optional.of(new EnhancedStatus(5, 1, 1)))
                        .diagnostic("no such user")
                        .build()));

        assertThat(delivery)
                .isEqualTo(new Delivery(
                        ID,
                        JANE,
                        "data-submitted",
                        NOON,
                        DeliveryEventType.BOUNCED,
                        NOON.plusSeconds(7),
                        "sendgrid",
                        Optional.of(RejectReason.INVALID),
                        Optional.of(new EnhancedStatus(5, 1, 1)),
                        "no such user",
                        new Engagement(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void theLastOfSeveralAlikeDecides() {
        Delivery delivery = only(List.of(
                event(DeliveryEventType.DEFERRED, 2).diagnostic("second").build(),
                event(DeliveryEventType.DEFERRED, 1).diagnostic("first").build()));

        assertThat(delivery.diagnostic()).isEqualTo("second");
        assertThat(delivery.at()).isEqualTo(NOON.plusSeconds(2));
        assertThat(delivery.since()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void itBeganWhenItWasSentThoughProvidersCutTheirTimes() {
        DeliveryEvent cut = event(DeliveryEventType.QUEUED, -1).eventId("e1").build();

        assertThat(only(List.of(event(DeliveryEventType.SENT, 0).build(), cut)).since())
                .isEqualTo(NOON);
        assertThat(only(List.of(cut)).since()).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    void recipientsDoNotMixAndCaseDoesNotMatter() {
        List<Delivery> deliveries = Delivery.of(
                ID,
                List.of(
                        event(DeliveryEventType.SENT, 0).build(),
                        event(DeliveryEventType.SENT, 1).recipient(JOHN).build(),
                        event(DeliveryEventType.BOUNCED, 2)
                                .recipient(EmailAddress.of("JANE@example.org"))
                                .build(),
                        DeliveryEvent.of(DeliveryEventType.COMPLAINED, "sendgrid", NOON.plusSeconds(3))
                                .messageId(ID)
                                .build()));

        assertThat(deliveries)
                .extracting(delivery -> delivery.recipient().address() + " " + delivery.status())
                .containsExactly("jane@example.org BOUNCED", "john@example.org SENT");
    }

    @Test
    void whatNamesNobodyConcernsTheOnlyRecipient() {
        DeliveryEvent ofNobody = DeliveryEvent.of(DeliveryEventType.BOUNCED, "smtp-legacy", NOON.minusSeconds(9))
                .messageId(ID)
                .build();

        Delivery delivery = only(List.of(event(DeliveryEventType.SENT, 0).build(), ofNobody));

        assertThat(delivery.status()).isEqualTo(DeliveryEventType.BOUNCED);
        assertThat(delivery.since()).isEqualTo(NOON.minusSeconds(9));
        assertThat(Delivery.of(ID, List.of(ofNobody))).isEmpty();
    }

    @Test
    void engagementIsTheFirstTimeAndApartForMachines() {
        Engagement engagement = only(List.of(
                        event(DeliveryEventType.OPENED, 9).build(),
                        event(DeliveryEventType.OPENED, 4).build(),
                        event(DeliveryEventType.OPENED, 1).byMachine(true).build(),
                        event(DeliveryEventType.CLICKED, 6).build()))
                .engagement();

        assertThat(engagement)
                .isEqualTo(new Engagement(
                        Optional.of(NOON.plusSeconds(4)),
                        Optional.of(NOON.plusSeconds(1)),
                        Optional.of(NOON.plusSeconds(6))));
    }

    @Test
    void showsNeitherAddressNorTextFromOutside() {
        Delivery delivery = only(List.of(event(DeliveryEventType.BOUNCED, 0)
                .rejectReason(RejectReason.INVALID)
                .status(Optional.of(new EnhancedStatus(5, 1, 1)))
                .diagnostic("jane@example.org is unknown")
                .build()));

        assertThat(delivery)
                .hasToString("Delivery[" + ID.value()
                        + ", BOUNCED, at=2026-03-01T12:00:00Z, provider=sendgrid, reason=INVALID, status=5.1.1]");
        assertThat(DeliveryQuery.all().recipient(JANE).toString()).doesNotContain("jane");
    }

    private static List<List<DeliveryEvent>> permutations(List<DeliveryEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<DeliveryEvent>> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            List<DeliveryEvent> rest = new ArrayList<>(events);
            DeliveryEvent first = rest.remove(i);
            for (List<DeliveryEvent> permutation : permutations(rest)) {
                List<DeliveryEvent> whole = new ArrayList<>(List.of(first));
                whole.addAll(permutation);
                all.add(whole);
            }
        }
        return all;
    }
}
