package io.tidings;

import static io.tidings.Harness.APPROVED;
import static io.tidings.Harness.JANE;
import static io.tidings.Harness.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.Limit;
import io.tidings.email.Purpose;
import io.tidings.email.Verdict;
import io.tidings.error.ConfigurationException;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {

    private static final EmailAddress CATCH_ALL = EmailAddress.of("catch-all@example.org");
    private static final Failure SUPPRESSED = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.SUPPRESSED);

    private final Harness harness = new Harness();

    @AfterEach
    void close() {
        harness.close();
    }

    @ParameterizedTest
    @CsvSource({
        "jane@example.gov, jane@example.gov, true",
        "jane@example.gov, JANE@example.gov, true",
        "jane@example.gov, jane@example.gov.evil.com, false",
        "jane@example.gov, ajane@example.gov, false",
        "*@example.gov, jane@example.gov, true",
        "*@EXAMPLE.gov, jane@example.gov, true",
        "*@example.gov, jane@sub.example.gov, false",
        "*@example.gov, jane@example.gov.evil.com, false",
        "example.gov, jane@example.gov, true",
        "example.gov, jane@sub.example.gov, false",
        "*.example.gov, jane@sub.example.gov, true",
        "*.example.gov, jane@example.gov, false",
        "*.example.gov, jane@evilexample.gov, false",
        "example.g*v, jane@example.gov, true",
        "ja+*@example.gov, ja+1@example.gov, true",
        "ja.e@example.gov, jane@example.gov, false",
        "\\E.*@example.gov, jane@example.gov, false",
        "*@bücher.example, jane@bücher.example, true",
        "*.bücher.example, jane@a.xn--bcher-kva.example, true",
    })
    void onlyRecipientsThatMatchAPatternAreWrittenTo(String pattern, String address, boolean allowed) {
        harness.builder.allowedRecipients("nobody@example.net", pattern);

        Receipt receipt = harness.notifier().send(APPROVED, recipient(address));

        assertThat(harness.port.received).hasSize(allowed ? 1 : 0);
        if (!allowed) {
            assertThat(receipt.result().problem()).contains(SUPPRESSED);
        }
    }

    @Test
    void aCopyToSomebodyWhoIsNotAllowedHoldsBackTheMessage() {
        harness.builder.allowedRecipients("*@example.gov");
        EmailAddress outside = EmailAddress.of("joe@example.com");

        Receipt receipt = harness.send(SendOptions.builder().bcc(outside).build());

        assertThat(harness.port.received).isEmpty();
        assertThat(receipt.result()
                        .<Map<EmailAddress, Failure>>fold(
                                accepted -> Map.of(),
                                deferred -> Map.of(),
                                rejected -> rejected.refused(),
                                unknown -> Map.of()))
                .containsExactly(Map.entry(outside, SUPPRESSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "a@", "@b", "a@b@c", "a b@c", "a,b"})
    void aPatternThatCannotMatchIsAConfigurationError(String pattern) {
        harness.builder.allowedRecipients(pattern);

        Assertions.assertThatThrownBy(harness::notifier)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.email.allowed-recipients");
    }

    @Test
    void redirectsEveryMessageAndNamesTheOriginalRecipientMasked() {
        harness.builder.redirectTo(CATCH_ALL);

        Receipt receipt = harness.send(SendOptions.builder()
                .cc(EmailAddress.of("carl@example.gov"))
                .bcc(EmailAddress.of("bob@example.gov"))
                .headers(new Header("X-A", "b"))
                .build());

        EmailMessage message = harness.onlyMessage();
        assertThat(message.recipients()).containsExactly(CATCH_ALL);
        assertThat(message.to()).containsExactly(CATCH_ALL);
        assertThat(message.id()).isEqualTo(receipt.id());
        assertThat(message.headers())
                .containsExactly(
                        new Header("X-A", "b"),
                        new Header("X-Tidings-Original-Recipient", "j•••@example.gov, c•••@example.gov"));
        assertThat(harness.timeline(receipt)).singleElement().satisfies(event -> assertThat(event.recipient())
                .contains(CATCH_ALL));
    }

    @Test
    void namesOnlyTheFirstOfVeryManyOriginalRecipients() {
        harness.builder.redirectTo(CATCH_ALL);
        EmailAddress[] copies = IntStream.range(0, 30)
                .mapToObj(i -> EmailAddress.of("c" + i + "@example.gov"))
                .toArray(EmailAddress[]::new);

        harness.send(SendOptions.builder().cc(copies).build());

        assertThat(harness.onlyMessage().headers().get(0).value())
                .startsWith("j•••@example.gov, c•••@")
                .endsWith(" and 11 more");
    }

    @Test
    void redirectsAlsoWhatIsWithheldFromSomebody() {
        harness.builder.redirectTo(CATCH_ALL);
        EmailAddress jane = EmailAddress.of("jane@example.gov");

        harness.notifier()
                .send(EmailMessage.builder()
                        .from(EmailAddress.of("portal@example.gov"))
                        .to(jane, EmailAddress.of("john@example.gov"))
                        .withheld(Set.of(jane))
                        .subject("s")
                        .text("t")
                        .build());

        assertThat(harness.onlyMessage().recipients()).containsExactly(CATCH_ALL);
    }

    @Test
    void redirectsAlsoWhatLeavesNoRoomForTheHeader() {
        harness.builder.redirectTo(CATCH_ALL);
        Header[] full =
                IntStream.range(0, 100).mapToObj(i -> new Header("X-" + i, "a")).toArray(Header[]::new);

        harness.send(SendOptions.builder().headers(full).build());
        harness.send(SendOptions.builder()
                .headers(new Header("x-tidings-original-recipient", "a"))
                .build());

        assertThat(harness.port.received.get(0).headers()).containsExactly(full);
        assertThat(harness.port.received.get(1).headers())
                .containsExactly(new Header("X-Tidings-Original-Recipient", "j•••@example.gov"));
    }

    @Test
    void redirectsAlsoThroughAnAdapterThatHasNoHeaders() {
        harness.builder.redirectTo(CATCH_ALL);
        harness.port.capabilities = Capabilities.unlimited().without(Feature.CUSTOM_HEADERS);

        harness.send();

        assertThat(harness.onlyMessage().headers()).isEmpty();
    }

    @Test
    void whoIsNotAllowedIsNotRedirectedEither() {
        harness.builder.redirectTo(CATCH_ALL).allowedRecipients("*@example.gov");

        harness.notifier().send(APPROVED, recipient("joe@example.com"));
        assertThat(harness.port.received).isEmpty();

        harness.send();
        assertThat(harness.onlyMessage().to()).containsExactly(CATCH_ALL);
    }

    @Test
    void saysLoudlyAtTheStartWhichGuardsAreOn() {
        try (CapturedLog log = new CapturedLog()) {
            harness.builder.redirectTo(CATCH_ALL).allowedRecipients("a@example.gov", "*.example.net");
            harness.notifier();

            assertThat(log.lines())
                    .anySatisfy(line ->
                            assertThat(line).startsWith("WARNING GUARD ON").contains("2 patterns"))
                    .anySatisfy(line ->
                            assertThat(line).startsWith("WARNING GUARD ON").contains("c•••@example.org"))
                    .noneSatisfy(line -> assertThat(line).contains("catch-all"));
        }
    }

    @Test
    void aSuppressedRecipientIsNotWrittenTo() {
        suppress(RejectReason.BOUNCED);

        Receipt receipt = harness.send();

        assertThat(harness.port.received).isEmpty();
        assertThat(receipt.result().problem()).contains(SUPPRESSED);
        assertThat(receipt.result().attempts()).isEmpty();
        assertThat(harness.timeline(receipt)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeliveryEventType.REJECTED);
            assertThat(event.rejectReason()).contains(RejectReason.SUPPRESSED);
        });
    }

    @Test
    void anUnsubscribeHoldsBackOnlyWhatTheRecipientCanStop() {
        suppress(RejectReason.UNSUBSCRIBED);

        assertThat(harness.send(SendOptions.builder()
                                .purpose(Purpose.SUBSCRIPTION)
                                .build())
                        .result()
                        .problem())
                .contains(SUPPRESSED);
        assertThat(harness.send().result()).isEqualTo(FakeEmailPort.accepted());
    }

    @Test
    void aSuppressedCopyHoldsBackTheMessage() {
        suppress(RejectReason.BOUNCED);

        harness.notifier()
                .send(
                        APPROVED,
                        recipient("joe@example.gov"),
                        SendOptions.builder().cc(JANE.address()).build());

        assertThat(harness.port.received).isEmpty();
    }

    @Test
    void aSuppressionListThatFailsHoldsTheMessageBackForLater() {
        harness.suppressions = new BrokenSuppressionList();

        Receipt receipt = harness.send();

        assertThat(receipt.result().problem()).contains(Failure.of(Verdict.TRANSPORT, FailureReason.STORE_FAILED));
        assertThat(harness.port.received).isEmpty();
    }

    @Test
    void aMessageThatIsNoLongerWorthSendingIsRejected() {
        SendOptions options =
                SendOptions.builder().expiry(ManualClock.START.plusSeconds(60)).build();

        harness.clock.advance(Duration.ofSeconds(59));
        assertThat(harness.send(options).result()).isEqualTo(FakeEmailPort.accepted());

        harness.clock.advance(Duration.ofSeconds(1));
        assertThat(harness.send(options).result().problem())
                .contains(Failure.of(Verdict.MESSAGE, FailureReason.EXPIRED));
    }

    @Test
    void aMessageThatTheAdapterCannotCarryIsRejectedBeforeItIsAsked() {
        harness.port.capabilities =
                Capabilities.unlimited().without(Feature.TAGS).with(Limit.RECIPIENTS, 1);

        assertThat(harness.send(SendOptions.builder().tags("t").build())
                        .result()
                        .problem())
                .contains(Failure.unsupported(Feature.TAGS));
        assertThat(harness.send(SendOptions.builder()
                                .cc(EmailAddress.of("cc@example.gov"))
                                .build())
                        .result()
                        .problem())
                .contains(Failure.unsupported(Limit.RECIPIENTS));
        assertThat(harness.port.received).isEmpty();
    }

    @Test
    void whatTheAdapterMustCarryIsTheRedirectedMessage() {
        harness.port.capabilities = Capabilities.unlimited().with(Limit.RECIPIENTS, 1);
        harness.builder.redirectTo(CATCH_ALL);

        assertThat(harness.send(SendOptions.builder()
                                .cc(EmailAddress.of("cc@example.gov"))
                                .build())
                        .result())
                .isEqualTo(FakeEmailPort.accepted());
    }

    private void suppress(RejectReason reason) {
        harness.suppressions.add(new Suppression(EmailAddress.of("JANE@example.gov"), reason, ManualClock.START));
    }

    private static final class BrokenSuppressionList implements SuppressionList {
        @Override
        public void add(Suppression suppression) {
            throw new StoreException("down");
        }

        @Override
        public List<Suppression> find(EmailAddress address) {
            throw new StoreException("down");
        }

        @Override
        public boolean lift(EmailAddress address, RejectReason reason, String group) {
            throw new StoreException("down");
        }

        @Override
        public List<Suppression> list() {
            throw new StoreException("down");
        }
    }
}
