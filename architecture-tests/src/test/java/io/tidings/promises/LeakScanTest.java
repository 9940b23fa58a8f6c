package io.tidings.promises;

import static io.tidings.promises.Canaries.ADDRESS;
import static io.tidings.promises.Canaries.CANARY;
import static io.tidings.promises.Canaries.COPY;
import static io.tidings.promises.Canaries.NOTIFICATION;
import static io.tidings.promises.Canaries.RECIPIENT;
import static io.tidings.promises.Canaries.event;
import static io.tidings.promises.Canaries.message;
import static io.tidings.promises.Canaries.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.NotificationListener;
import io.tidings.Notifier;
import io.tidings.SendReport;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryQuery;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.Limit;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.templates.catalogue.AccessRequestApproved;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Drives every way in which a send can fail, with one word in every place where something personal can be, and looks
 * for the word in all that comes out.
 */
class LeakScanTest extends LeakScanning {

    @Test
    void theScanFindsALeak() {
        scan.addThrown(new IllegalStateException(new IOException("other-WORD")));

        assertThat(scan.linesWith("Other-Word")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void anyVerdict(Verdict verdict) {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.always(Answer.failing(Failure.of(verdict, FailureReason.PROVIDER_FAILED)));

        send(builder(adapter), NOTIFICATION, options().build());
    }

    @Test
    void acceptedWithRefusedRecipients() {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.always(
                Answer.refusing(Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.MAILBOX_UNAVAILABLE), COPY));
        send(builder(adapter), NOTIFICATION, options().build());

        InMemoryEmailAdapter refusingAll = new InMemoryEmailAdapter();
        refusingAll.always(Answer.refusing(
                Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT), COPY, ADDRESS));
        send(builder(refusingAll), NOTIFICATION, options().build());
    }

    @Test
    void unconfirmedThenResentAndAbandoned() {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.always(Answer.unconfirmedAlthoughAccepted());
        try (Notifier notifier = builder(adapter).build()) {
            scan.add(notifier.send(NOTIFICATION, RECIPIENT, options().build()));
            scan.add(notifier.unconfirmed());
            MessageId id = notifier.unconfirmed().get(0).id();
            scan.add(notifier.resend(id));
            scan.add(notifier.abandon(id));
            provoke(() -> notifier.resend(id));
            provoke(() -> notifier.abandon(new IdempotencyKey(CANARY)));
        }
        assertNothingLeaked();
    }

    @Test
    void aProviderThatRepeatsTheAddressInItsId() {
        send(
                builder(new Broken.Port() {
                    @Override
                    public SendResult send(EmailMessage message) {
                        return new Accepted("fake", CANARY, Map.of(), List.of());
                    }
                }),
                NOTIFICATION,
                options().build());
    }

    @Test
    void anAdapterThatThrows() {
        send(builder(new Broken.Port()), NOTIFICATION, options().build());
    }

    @Test
    void storesThatThrow() {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        send(
                builder(adapter).suppressionList(new Broken.Suppressions()),
                NOTIFICATION,
                options().build());
        send(
                builder(adapter()).deliveryLog(new Broken.Log()),
                NOTIFICATION,
                options().build());
        send(
                builder(adapter()).idempotencyStore(new Broken.Store(false)),
                NOTIFICATION,
                options().build());
        send(
                builder(adapter()).idempotencyStore(new Broken.Store(true)),
                NOTIFICATION,
                options().build());
    }

    @Test
    void aListenerThatThrows() {
        send(
                builder(adapter()).listener(new NotificationListener() {
                    @Override
                    public void accepted(SendReport report) {
                        throw new IllegalStateException(CANARY);
                    }
                }),
                NOTIFICATION,
                options().build());
    }

    @Test
    void anExecutorThatRefuses() {
        try (Notifier notifier = builder(adapter()).build()) {
            scan.add(notifier.sendAsync(NOTIFICATION, RECIPIENT, options().build(), task -> {
                        throw new IllegalStateException(CANARY);
                    })
                    .toCompletableFuture()
                    .join());
        }
        assertNothingLeaked();
    }

    @Test
    void guards() {
        send(
                builder(adapter()).allowedRecipients("*@example.org"),
                NOTIFICATION,
                options().build());
        send(builder(adapter()).redirectTo(COPY), NOTIFICATION, options().build());
        SuppressionList suppressions = SuppressionList.inMemory();
        suppressions.add(new Suppression(ADDRESS, RejectReason.BOUNCED, Instant.EPOCH));
        send(
                builder(adapter()).suppressionList(suppressions),
                NOTIFICATION,
                options().build());
        send(builder(adapter()), NOTIFICATION, options().expiry(Instant.EPOCH).build());
        scan.add(suppressions.list());
        assertNothingLeaked();
    }

    @Test
    void aMessageThatTheAdapterCannotCarry() {
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.builder()
                .capabilities(Capabilities.unlimited().without(Feature.TAGS))
                .build();

        send(builder(adapter), NOTIFICATION, options().build());
    }

    @Test
    void anAttachmentThatCannotBeRead() {
        send(
                builder(adapter()),
                NOTIFICATION,
                options()
                        .attachments(Attachment.of(CANARY, "text/plain", new Broken.Source(3)))
                        .build());
    }

    @Test
    void aReusedKeyAndAClosedNotifier() {
        Notifier notifier = builder(adapter()).build();
        notifier.send(NOTIFICATION, RECIPIENT, options().build());
        provoke(() -> notifier.send(
                new AccessRequestApproved("other", CANARY, CANARY),
                RECIPIENT,
                options().build()));
        notifier.close();
        provoke(() -> notifier.send(NOTIFICATION, RECIPIENT));
        assertNothingLeaked();
    }

    @Test
    void anEventFromAProvider() {
        try (Notifier notifier = builder(adapter()).build()) {
            notifier.record(event());
        }
        try (Notifier notifier =
                builder(adapter()).deliveryLog(new Broken.Log()).build()) {
            provoke(() -> notifier.record(event()));
        }
        assertNothingLeaked();
    }

    @ParameterizedTest
    @EnumSource
    void aReportOfAnyKindThroughAllTheStores(DeliveryEventType type) {
        try (Notifier notifier = builder(adapter()).build()) {
            MessageId id = notifier.send(NOTIFICATION, RECIPIENT).id();
            notifier.record(
                    event(type).messageId(id).rejectReason(RejectReason.BOUNCED).build());
            notifier.record(event(type).authentic(true).build());
            assertThat(notifier.deliveryLog().timeline(id)).hasSize(2);
            scan.add(notifier.deliveryLog());
            scan.add(notifier.deliveryLog().timeline(ADDRESS));
            scan.add(notifier.deliveryLog().unmatched());
            scan.add(notifier.deliveryLog().find(DeliveryQuery.all()));
            scan.add(notifier.deliveryLog().status(id, ADDRESS));
            scan.add(notifier.suppressionList());
            scan.add(notifier.suppressionList().list());
        }
        try (Notifier notifier =
                builder(adapter()).suppressionList(new Broken.Suppressions()).build()) {
            provoke(() -> notifier.record(
                    event(DeliveryEventType.COMPLAINED).authentic(true).build()));
        }
        assertNothingLeaked();
    }

    @Test
    void anAttachmentThatCannotTellItsSize() {
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.builder()
                .capabilities(Capabilities.unlimited().with(Limit.ENCODED_BYTES, 1_000))
                .build();
        Broken.Source source = new Broken.Source(1);
        Attachment attachment = Attachment.of("a", "text/plain", source);

        EmailMessage message = message()
                .attachments(attachment)
                .idempotencyKey(Optional.empty())
                .build();
        source.lose();

        try (Notifier notifier = builder(adapter).build()) {
            scan.add(notifier.send(message));
        }
        assertNothingLeaked();
    }

    @Test
    void aKeyedAttachmentThatCannotTellItsSize() {
        Broken.Source source = new Broken.Source(1);
        EmailMessage message =
                message().attachments(Attachment.of("a", "text/plain", source)).build();
        source.lose();

        try (Notifier notifier = builder(adapter()).build()) {
            scan.add(notifier.send(message));
        }
        assertNothingLeaked();
    }

    @Test
    void aRedirectedMessageNamesNobody() {
        InMemoryEmailAdapter adapter = adapter();
        try (Notifier notifier =
                builder(adapter).redirectTo(EmailAddress.of("q@example.gov")).build()) {
            notifier.send(NOTIFICATION, RECIPIENT);
            adapter.mailbox().messages().get(0).message().headers().forEach(header -> scan.add(header.value()));
        }
        assertNothingLeaked();
    }

    @Test
    void copiesForMany() {
        try (Notifier notifier = builder(adapter()).build()) {
            provoke(() ->
                    notifier.sendAll(NOTIFICATION, List.of(RECIPIENT), options().build()));
        }
        assertNothingLeaked();
    }
}
