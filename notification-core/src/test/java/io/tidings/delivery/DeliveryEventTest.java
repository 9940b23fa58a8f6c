package io.tidings.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryEventTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MessageId ID = new MessageId("a".repeat(26));
    private static final EmailAddress CANARY = EmailAddress.of("canary@example.org", "Canary");

    private static DeliveryEventBuilder bounced() {
        return DeliveryEvent.of(DeliveryEventType.BOUNCED, "sendgrid", NOON);
    }

    @Test
    void holdsWhatItWasBuiltOf() {
        DeliveryEvent event = bounced()
                .messageId(ID)
                .recipient(CANARY)
                .rejectReason(RejectReason.INVALID)
                .status(Optional.of(new EnhancedStatus(5, 1, 1)))
                .diagnostic("550 no such user")
                .template("welcome")
                .eventId("event")
                .providerId("provider's")
                .group("12")
                .authentic(true)
                .byMachine(true)
                .raw("raw")
                .build();

        assertThat(event)
                .isEqualTo(new DeliveryEvent(
                        DeliveryEventType.BOUNCED,
                        "sendgrid",
                        NOON,
                        Optional.of(ID),
                        Optional.of(CANARY),
                        Optional.of(RejectReason.INVALID),
                        Optional.of(new EnhancedStatus(5, 1, 1)),
                        "550 no such user",
                        "welcome",
                        "event",
                        "provider's",
                        "12",
                        true,
                        true,
                        Optional.of("raw")));
    }

    @Test
    void knowsNothingThatItWasNotTold() {
        assertThat(bounced().build())
                .isEqualTo(new DeliveryEvent(
                        DeliveryEventType.BOUNCED,
                        "sendgrid",
                        NOON,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        false,
                        false,
                        Optional.empty()));
    }

    @Test
    void needsTypeProviderAndTime() {
        assertThatNullPointerException()
                .isThrownBy(() -> DeliveryEvent.of(null, "sendgrid", NOON).build());
        assertThatNullPointerException().isThrownBy(() -> DeliveryEvent.of(DeliveryEventType.SENT, null, NOON)
                .build());
        assertThatNullPointerException().isThrownBy(() -> DeliveryEvent.of(DeliveryEventType.SENT, "sendgrid", null)
                .build());
        assertThatNullPointerException().isThrownBy(() -> bounced().raw(null));
        assertThatNullPointerException()
                .isThrownBy(() -> bounced().eventId(null).build());
    }

    @Test
    void showsNeitherAddressNorTextFromOutside() {
        DeliveryEvent event = bounced()
                .messageId(ID)
                .recipient(CANARY)
                .rejectReason(RejectReason.INVALID)
                .status(Optional.of(new EnhancedStatus(5, 1, 1)))
                .eventId("canary")
                .providerId("canary")
                .diagnostic("canary")
                .group("canary")
                .raw("canary")
                .build();

        assertThat(event)
                .hasToString("DeliveryEvent[BOUNCED, provider=sendgrid, at=2026-03-01T12:00:00Z, messageId="
                        + "a".repeat(26) + ", reason=INVALID, status=5.1.1]");
        assertThat(bounced().build())
                .hasToString("DeliveryEvent[BOUNCED, provider=sendgrid, at=2026-03-01T12:00:00Z, messageId=?]");
        assertThat(bounced().recipient(CANARY).raw("canary").toString()).doesNotContain("canary");
        assertThat(new Suppression(CANARY, RejectReason.SPAM, NOON).toString()).doesNotContainIgnoringCase("canary");
    }

    @Test
    void cutsALongDiagnostic() {
        String longest = "x".repeat(DeliveryEvent.MAX_DIAGNOSTIC);

        assertThat(bounced().diagnostic(longest).build().diagnostic()).isEqualTo(longest);
        assertThat(bounced().diagnostic(longest + "y").build().diagnostic()).isEqualTo(longest);
    }

    @ParameterizedTest
    @EnumSource
    void aHardBounceIsOneThatNamesTheAddress(RejectReason reason) {
        boolean hard = reason == RejectReason.INVALID || reason == RejectReason.BOUNCED;

        assertThat(bounced().rejectReason(reason).build().isHardBounce()).isEqualTo(hard);
        assertThat(bounced().build().isHardBounce()).isFalse();
        assertThat(DeliveryEvent.of(DeliveryEventType.REJECTED, "sendgrid", NOON)
                        .rejectReason(reason)
                        .build()
                        .isHardBounce())
                .isFalse();
    }

    @Test
    void tellsEngagementFromDelivery() {
        Set<DeliveryEventType> engagement = Stream.of(DeliveryEventType.values())
                .filter(DeliveryEventType::isEngagement)
                .collect(Collectors.toSet());

        assertThat(engagement)
                .containsExactlyInAnyOrder(
                        DeliveryEventType.OPENED,
                        DeliveryEventType.CLICKED,
                        DeliveryEventType.UNSUBSCRIBED,
                        DeliveryEventType.SUBSCRIBED);
    }
}
