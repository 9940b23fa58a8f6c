package io.tidings;

import static io.tidings.Harness.APPROVED;
import static io.tidings.Harness.JANE;
import static io.tidings.Harness.recipient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Header;
import io.tidings.email.MessageId;
import io.tidings.email.Purpose;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.NotifierClosedException;
import io.tidings.error.StoreException;
import io.tidings.error.TemplateException;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotifierTest {

    private final Harness harness = new Harness();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void tellsOneRecipientByOneRenderedMessage() {
        Receipt receipt = harness.send();

        EmailMessage message = harness.onlyMessage();
        assertThat(receipt.result()).isEqualTo(FakeEmailPort.accepted());
        assertThat(receipt.template()).isEqualTo("approved");
        assertThat(receipt.id()).isEqualTo(message.id());
        assertThat(message.template()).isEqualTo("approved");
        assertThat(message.to()).containsExactly(JANE.address());
        assertThat(message.from().address()).isEqualTo("portal@example.gov");
        assertThat(message.from().displayName()).contains("Portal");
        assertThat(message.subject()).isEqualTo("Subject approved {name=Jane} en Z");
        assertThat(message.html()).contains("<p>approved {name=Jane} en Z");
        assertThat(message.text()).contains("Text approved {name=Jane} en Z");
    }

    @Test
    void givesEveryMessageAnIdOfItsOwn() {
        assertThat(harness.send().id()).isNotEqualTo(harness.send().id());
    }

    @Test
    void passesEveryOptionOn() throws Exception {
        Attachment attachment = Attachment.of("a.csv", "text/csv", ContentSource.of(new byte[] {1}));
        Instant sendAt = ManualClock.START.plusSeconds(60);
        Instant expiry = ManualClock.START.plusSeconds(3600);
        harness.send(SendOptions.builder()
                .from(EmailAddress.of("other@example.gov"))
                .replyTo(EmailAddress.of("r1@example.gov"), EmailAddress.of("r2@example.gov"))
                .cc(EmailAddress.of("cc@example.gov"))
                .bcc(EmailAddress.of("bcc@example.gov"))
                .attachments(attachment)
                .headers(new Header("X-A", "b"))
                .tags("t")
                .metadata(Map.of("k", "v"))
                .idempotencyKey("key")
                .sendAt(sendAt)
                .expiry(expiry)
                .purpose(Purpose.SUBSCRIPTION)
                .build());

        EmailMessage message = harness.onlyMessage();
        assertThat(message.from().address()).isEqualTo("other@example.gov");
        assertThat(message.replyTo())
                .extracting(EmailAddress::address)
                .containsExactly("r1@example.gov", "r2@example.gov");
        assertThat(message.cc()).extracting(EmailAddress::address).containsExactly("cc@example.gov");
        assertThat(message.bcc()).extracting(EmailAddress::address).containsExactly("bcc@example.gov");
        assertThat(message.attachments()).containsExactly(attachment);
        assertThat(message.headers()).containsExactly(new Header("X-A", "b"));
        assertThat(message.tags()).containsExactly("t");
        assertThat(message.metadata()).containsExactly(Map.entry("k", "v"));
        assertThat(message.idempotencyKey().orElseThrow().value()).isEqualTo("key");
        assertThat(message.sendAt()).contains(sendAt);
        assertThat(message.expiry()).contains(expiry);
        assertThat(message.purpose()).isEqualTo(Purpose.SUBSCRIPTION);
    }

    @Test
    void repliesGoWhereTheNotifierSaysUnlessTheSendSaysOtherwise() {
        harness.builder.replyTo(EmailAddress.of("help@example.gov"));

        harness.send();

        assertThat(harness.onlyMessage().replyTo()).containsExactly(EmailAddress.of("help@example.gov"));
    }

    @Test
    void aTemplateThatFailsEndsInARejection() {
        harness.templates = new FakeTemplates() {
            @Override
            public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
                throw new TemplateException(id.value(), "no value for it", 3, 4, "name");
            }
        };

        Receipt receipt = harness.send();

        assertRejected(receipt, FailureReason.TEMPLATE_FAILED);
        assertThat(receipt.template()).isEqualTo("approved");
        assertThat(harness.timeline(receipt)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeliveryEventType.REJECTED);
            assertThat(event.recipient()).contains(JANE.address());
            assertThat(event.provider()).isEqualTo("tidings");
        });
    }

    @Test
    void aTemplatePortThatThrowsAnythingEndsInARejection() {
        harness.templates = new FakeTemplates() {
            @Override
            public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
                throw new IllegalStateException("boom");
            }
        };

        assertRejected(harness.send(), FailureReason.TEMPLATE_FAILED);
    }

    @Test
    void aSubjectWithALineBreakEndsInARejection() {
        harness.templates = new FakeTemplates() {
            @Override
            public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
                return new RenderedTemplate("a\r\nBcc: x@example.com", Optional.empty(), Optional.of("text"));
            }
        };

        assertRejected(harness.send(), FailureReason.TEMPLATE_FAILED);
    }

    @Test
    void anAdapterThatThrowsLeavesTheMessageUnconfirmed() {
        harness.port.answer = message -> {
            throw new IllegalStateException("boom");
        };

        assertAdapterFailed(harness.send());
    }

    @Test
    void anAdapterThatAnswersNothingLeavesTheMessageUnconfirmed() {
        harness.port.answer = message -> null;

        assertAdapterFailed(harness.send());
    }

    @Test
    void anAdapterThatLosesAResultLeavesAllUnconfirmed() {
        FakeEmailPort shortened = new FakeEmailPort() {
            @Override
            public List<SendResult> sendAll(List<EmailMessage> messages) {
                return super.sendAll(messages).subList(1, messages.size());
            }
        };
        try (Notifier notifier = Notifier.builder()
                .from(EmailAddress.of("portal@example.gov"))
                .emailPort(shortened)
                .templatePort(harness.templates)
                .build()) {
            assertThat(notifier.sendAll(APPROVED, List.of(JANE, recipient("joe@example.gov")), SendOptions.none()))
                    .hasSize(2)
                    .allSatisfy(NotifierTest::assertAdapterFailed);
        }
    }

    @Test
    void tellsManyInTheirOrderByAMessageEach() {
        List<Recipient> recipients = IntStream.range(0, 50)
                .mapToObj(i -> recipient("r" + i + "@example.gov"))
                .toList();

        List<Receipt> receipts = harness.notifier().sendAll(APPROVED, recipients, SendOptions.none());

        assertThat(harness.port.batches).containsExactly(50);
        assertThat(harness.port.received)
                .extracting(EmailMessage::to)
                .isEqualTo(recipients.stream()
                        .map(recipient -> List.of(recipient.address()))
                        .toList());
        assertThat(receipts)
                .extracting(Receipt::id)
                .containsExactlyElementsOf(
                        harness.port.received.stream().map(EmailMessage::id).toList());
        assertThat(receipts).extracting(Receipt::id).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheOrderOfResultsAlsoWhenSomeNeverReachTheAdapter() {
        harness.builder.allowedRecipients("*@example.gov");
        harness.port.answer = message -> message.to().get(0).localPart().equals("c")
                ? new Deferred(Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED), List.of())
                : FakeEmailPort.accepted();

        List<Receipt> receipts = harness.notifier()
                .sendAll(
                        APPROVED,
                        List.of(
                                recipient("a@example.com"),
                                recipient("b@example.gov"),
                                recipient("c@example.gov"),
                                recipient("d@example.com"),
                                recipient("e@example.gov")),
                        SendOptions.none());

        assertThat(receipts)
                .extracting(receipt -> receipt.result().getClass().getSimpleName())
                .containsExactly("Rejected", "Accepted", "Deferred", "Rejected", "Accepted");
    }

    @Test
    void rendersOnceForEachLocaleAndZone() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            recipients.add(new Recipient(
                    EmailAddress.of("r" + i + "@example.gov"),
                    i % 2 == 0 ? Locale.ENGLISH : Locale.forLanguageTag("es"),
                    i % 3 == 0 ? chicago : ZoneId.of("UTC")));
        }

        harness.notifier().sendAll(APPROVED, recipients, SendOptions.none());

        assertThat(harness.templates.renderings).hasValue(4);
        assertThat(harness.port.received.get(0).subject()).endsWith("en America/Chicago");
        assertThat(harness.port.received.get(1).subject()).endsWith("es UTC");
        assertThat(harness.port.received.get(6).content())
                .isSameAs(harness.port.received.get(0).content());
    }

    @Test
    void tellingNobodyAsksNobody() {
        assertThat(harness.notifier().sendAll(APPROVED, List.of(), SendOptions.none()))
                .isEmpty();
        assertThat(harness.port.batches).isEmpty();
    }

    @Test
    void tellingManyHasNoCopies() {
        SendOptions cc =
                SendOptions.builder().cc(EmailAddress.of("x@example.gov")).build();
        SendOptions bcc =
                SendOptions.builder().bcc(EmailAddress.of("x@example.gov")).build();

        assertThatThrownBy(() -> harness.notifier().sendAll(APPROVED, List.of(JANE), cc))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> harness.notifier().sendAll(APPROVED, List.of(JANE), bcc))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(harness.port.received).isEmpty();
    }

    @Test
    void sendsARenderedMessageAsItIs() {
        EmailMessage message = rendered().build();

        Receipt receipt = harness.notifier().send(message);

        assertThat(harness.onlyMessage()).isSameAs(message);
        assertThat(receipt.id()).isEqualTo(message.id());
        assertThat(receipt.template()).isEmpty();
    }

    @Test
    void writesAnAcceptedMessageToTheLogForEveryRecipient() {
        EmailAddress refused = EmailAddress.of("gone@example.gov");
        Failure noMailbox = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT)
                .withStatus(new EnhancedStatus(5, 1, 1));
        harness.port.answer = message -> new Accepted("fake", "provider-id", Map.of(refused, noMailbox), List.of());
        harness.clock.advance(Duration.ofSeconds(5));

        Receipt receipt = harness.send(SendOptions.builder().cc(refused).build());

        assertThat(harness.timeline(receipt)).hasSize(2).allSatisfy(event -> {
            assertThat(event.at()).isEqualTo(ManualClock.START.plusSeconds(5));
            assertThat(event.template()).isEqualTo("approved");
            assertThat(event.messageId()).contains(receipt.id());
            assertThat(event.providerId()).isEqualTo("provider-id");
        });
        assertThat(harness.timeline(receipt))
                .extracting(DeliveryEvent::recipient, DeliveryEvent::type, DeliveryEvent::rejectReason)
                .containsExactly(
                        tuple(Optional.of(JANE.address()), DeliveryEventType.SENT, Optional.empty()),
                        tuple(Optional.of(refused), DeliveryEventType.REJECTED, Optional.of(RejectReason.INVALID)));
        assertThat(harness.timeline(receipt).get(1).status()).contains(new EnhancedStatus(5, 1, 1));
    }

    @Test
    void writesEveryKindOfResultToTheLog() {
        assertThat(loggedTypeOf(new Deferred(Failure.of(Verdict.ACCOUNT, FailureReason.ACCESS_DENIED), List.of())))
                .isEqualTo(DeliveryEventType.DEFERRED);
        assertThat(loggedTypeOf(new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.CONTENT_REFUSED), List.of())))
                .isEqualTo(DeliveryEventType.REJECTED);
        assertThat(loggedTypeOf(
                        new Unconfirmed("fake", Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), List.of())))
                .isEqualTo(DeliveryEventType.UNKNOWN);
    }

    @Test
    void namesTheProviderAndTheReasonInTheLog() {
        Failure spam = Failure.of(Verdict.MESSAGE, FailureReason.CONTENT_REFUSED);
        harness.port.answer = message -> new Rejected(spam, FakeEmailPort.attempts(spam));

        assertThat(harness.timeline(harness.send())).singleElement().satisfies(event -> {
            assertThat(event.provider()).isEqualTo("fake");
            assertThat(event.rejectReason()).contains(RejectReason.BLOCKED);
        });
    }

    @Test
    void aLogThatFailsDoesNotChangeTheReceipt() {
        harness.log = new BrokenLog();

        assertThat(harness.send().result()).isEqualTo(FakeEmailPort.accepted());
    }

    @Test
    void recordsWhatProvidersReport() {
        MessageId id = MessageId.random();
        DeliveryEvent event = DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", ManualClock.START)
                .messageId(id)
                .build();

        harness.notifier().record(event);

        assertThat(harness.log.timeline(id)).containsExactly(event);
    }

    @Test
    void aReportThatCannotBeStoredForAReasonOfTheLogsOwnIsThrownBackWithoutItsText() {
        harness.log = new ForwardingDeliveryLog() {
            @Override
            public boolean append(DeliveryEvent event) {
                throw new IllegalStateException("canary");
            }
        };

        assertThatThrownBy(() -> harness.notifier()
                        .record(DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", ManualClock.START)
                                .build()))
                .isInstanceOf(StoreException.class)
                .hasNoCause()
                .message()
                .contains("java.lang.IllegalStateException")
                .doesNotContain("canary");
    }

    @Test
    void aSuppressedCopyIsNotBlamedOnTheOthers() {
        EmailAddress copy = EmailAddress.of("copy@example.gov");
        harness.suppressions.add(new Suppression(copy, RejectReason.BOUNCED, ManualClock.START));

        Receipt receipt = harness.send(SendOptions.builder().cc(copy).build());

        assertThat(harness.timeline(receipt))
                .extracting(DeliveryEvent::recipient, DeliveryEvent::rejectReason)
                .containsExactly(
                        tuple(Optional.of(JANE.address()), Optional.of(RejectReason.OTHER)),
                        tuple(Optional.of(copy), Optional.of(RejectReason.SUPPRESSED)));
    }

    @Test
    void aReportThatCannotBeStoredIsThrownBack() {
        harness.log = new BrokenLog();

        assertThatThrownBy(() -> harness.notifier()
                        .record(DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", ManualClock.START)
                                .build()))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void aClosedNotifierSendsNothing() {
        Notifier notifier = harness.notifier();
        notifier.close();

        assertThatThrownBy(() -> notifier.send(APPROVED, JANE)).isInstanceOf(NotifierClosedException.class);
        assertThatThrownBy(() -> notifier.send(rendered().build())).isInstanceOf(NotifierClosedException.class);
        assertThatThrownBy(() -> notifier.sendAll(APPROVED, List.of(JANE), SendOptions.none()))
                .isInstanceOf(NotifierClosedException.class);
        assertThatThrownBy(() -> notifier.sendAsync(APPROVED, JANE, SendOptions.none(), Runnable::run))
                .isInstanceOf(NotifierClosedException.class);
        assertThatThrownBy(() -> notifier.resend(MessageId.random())).isInstanceOf(NotifierClosedException.class);
        assertThat(harness.port.received).isEmpty();
    }

    @Test
    void closingClosesTheAdaptersOnce() {
        Notifier notifier = harness.notifier();
        notifier.close();
        assertThat(harness.port.closed).isTrue();
        assertThat(harness.templates.closed).isTrue();

        harness.port.closed = false;
        notifier.close();
        assertThat(harness.port.closed).isFalse();
    }

    @Test
    void aNotificationMustBeARecord() {
        Notification lambda = new Notification() {};

        assertThatThrownBy(() -> harness.notifier().send(lambda, JANE)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aMistakeInTheOptionsIsThrown() {
        SendOptions copyToHerself = SendOptions.builder().cc(JANE.address()).build();

        assertThatThrownBy(() -> harness.send(copyToHerself)).isInstanceOf(InvalidArgumentException.class);
    }

    private DeliveryEventType loggedTypeOf(SendResult result) {
        harness.port.answer = message -> result;
        return harness.timeline(harness.send()).get(0).type();
    }

    private static EmailMessageBuilder rendered() {
        return EmailMessage.builder()
                .from(EmailAddress.of("portal@example.gov"))
                .to(JANE.address())
                .subject("Subject")
                .text("Text");
    }

    private void assertRejected(Receipt receipt, FailureReason reason) {
        assertThat(receipt.result()).isEqualTo(new Rejected(Failure.of(Verdict.MESSAGE, reason), List.of()));
        assertThat(harness.port.received).isEmpty();
    }

    private static void assertAdapterFailed(Receipt receipt) {
        assertThat(receipt.result())
                .isEqualTo(
                        new Unconfirmed("fake", Failure.of(Verdict.UNKNOWN, FailureReason.ADAPTER_FAILED), List.of()));
    }

    private static final class BrokenLog extends ForwardingDeliveryLog {
        @Override
        public boolean append(DeliveryEvent event) {
            throw new StoreException("The log is full");
        }
    }
}
