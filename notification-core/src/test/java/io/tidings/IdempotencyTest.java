package io.tidings;

import static io.tidings.Harness.APPROVED;
import static io.tidings.Harness.JANE;
import static io.tidings.Harness.key;
import static io.tidings.Harness.recipient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Harness.Approved;
import io.tidings.delivery.Claim;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.IdempotencyConflictException;
import io.tidings.error.StoreException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final Unconfirmed UNCONFIRMED =
            new Unconfirmed("fake", Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), List.of());

    private final Harness harness = new Harness();
    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void theSameKeySendsOnceAndGivesTheSameReceipt() {
        Receipt first = harness.send(key("k"));
        Receipt second = harness.send(key("k"));

        assertThat(second).isEqualTo(first);
        assertThat(harness.port.received).hasSize(1);
        assertThat(harness.timeline(first)).hasSize(1);
    }

    @Test
    void theKeyCountsForEachRecipientApart() {
        harness.send(key("k"));
        harness.notifier().send(APPROVED, recipient("joe@example.gov"), key("k"));
        harness.send(key("other"));

        assertThat(harness.port.received).hasSize(3);
    }

    @Test
    void theKeyCountsForTheOriginalRecipientOfARedirectedMessage() {
        harness.builder.redirectTo(EmailAddress.of("catch-all@example.org"));

        harness.send(key("k"));
        harness.notifier().send(APPROVED, recipient("joe@example.gov"), key("k"));
        harness.send(key("k"));

        assertThat(harness.port.received).hasSize(2);
    }

    @Test
    void withoutAKeyEverySendSends() {
        harness.send();
        harness.send();

        assertThat(harness.port.received).hasSize(2);
    }

    @Test
    void anUnconfirmedSendIsNotRepeated() {
        harness.port.answer = message -> UNCONFIRMED;
        Receipt first = harness.send(key("k"));
        harness.port.answer = message -> FakeEmailPort.accepted();

        assertThat(harness.send(key("k"))).isEqualTo(first);
        assertThat(harness.port.received).hasSize(1);
    }

    @Test
    void aDeferredOrRejectedSendReleasesItsKey() {
        harness.port.answer =
                message -> new Deferred(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED), List.of());
        harness.send(key("k"));
        harness.port.answer =
                message -> new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE), List.of());
        harness.send(key("k"));
        harness.port.answer = message -> FakeEmailPort.accepted();

        assertThat(harness.send(key("k")).result()).isEqualTo(FakeEmailPort.accepted());
        assertThat(harness.port.received).hasSize(3);
    }

    @Test
    void anAdapterThatThrowsKeepsTheKey() {
        harness.port.answer = message -> {
            throw new IllegalStateException("boom");
        };
        Receipt first = harness.send(key("k"));
        harness.port.answer = message -> FakeEmailPort.accepted();

        assertThat(harness.send(key("k"))).isEqualTo(first);
    }

    @Test
    void anErrorInTheAdapterKeepsTheKeyToo() {
        harness.port.answer = message -> {
            throw new StackOverflowError();
        };
        Receipt first = harness.send(key("k"));
        harness.port.answer = message -> FakeEmailPort.accepted();

        assertThat(first.result()).isInstanceOf(Unconfirmed.class);
        assertThat(harness.send(key("k"))).isEqualTo(first);
    }

    @Test
    void anErrorThatMustNotBeCaughtStillLeavesARecord() {
        harness.port.answer = message -> {
            throw new OutOfMemoryError();
        };
        assertThatThrownBy(() -> harness.send(key("k"))).isInstanceOf(OutOfMemoryError.class);
        harness.port.answer = message -> FakeEmailPort.accepted();

        Receipt kept = harness.send(key("k"));
        assertThat(kept.result()).isInstanceOf(Unconfirmed.class);
        assertThat(harness.notifier().unconfirmed())
                .extracting(UnconfirmedMessage::receipt)
                .containsExactly(kept);
        assertThat(harness.timeline(kept)).hasSize(1);
    }

    @Test
    void anAttachmentThatCannotTellItsSizeEndsInAReceiptAndTakesNoKey() {
        AtomicBoolean broken = new AtomicBoolean();
        ContentSource source = new ContentSource() {
            @Override
            public long size() {
                if (broken.get()) {
                    throw new IllegalStateException("canary");
                }
                return 3;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[3]);
            }
        };
        SendOptions options = SendOptions.builder()
                .idempotencyKey("k")
                .attachments(Attachment.of("a.txt", "text/plain", source))
                .build();
        broken.set(true);

        assertThat(harness.notifier().sendAll(APPROVED, List.of(JANE, recipient("joe@example.gov")), options))
                .hasSize(2)
                .allSatisfy(receipt -> assertThat(receipt.result().problem())
                        .contains(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT)));
        broken.set(false);
        assertThat(harness.send(options).result()).isEqualTo(FakeEmailPort.accepted());
    }

    @Test
    void anErrorInTheStoreLeavesNoClaimBehind() {
        IdempotencyStore correct = harness.store;
        AtomicBoolean broken = new AtomicBoolean(true);
        harness.store = new IdempotencyStore() {
            @Override
            public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
                if (recipient.equals(JANE.address()) || !broken.get()) {
                    return correct.claim(key, recipient, fingerprint, id);
                }
                throw new NoClassDefFoundError();
            }

            @Override
            public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
                correct.settle(key, recipient, id, result);
            }
        };
        Recipient joe = recipient("joe@example.gov");
        assertThatThrownBy(() -> harness.notifier().sendAll(APPROVED, List.of(JANE, joe), key("k")))
                .isInstanceOf(NoClassDefFoundError.class);
        broken.set(false);

        assertThat(harness.notifier().sendAll(APPROVED, List.of(JANE, joe), key("k")))
                .allSatisfy(receipt -> assertThat(receipt.result()).isEqualTo(FakeEmailPort.accepted()));
        assertThat(harness.port.received).hasSize(2);
    }

    @Test
    void reportsItsOwnOutcomesBeforeItWaitsForOthers() throws Exception {
        Recipient joe = recipient("joe@example.gov");
        CountDownLatch sendingJoe = new CountDownLatch(1);
        CountDownLatch janeIsReported = new CountDownLatch(1);
        harness.port.answer = message -> {
            if (message.to().equals(List.of(joe.address()))) {
                sendingJoe.countDown();
                await(janeIsReported);
            }
            return FakeEmailPort.accepted();
        };
        harness.builder.listener(new NotificationListener() {
            @Override
            public void accepted(SendReport report) {
                janeIsReported.countDown();
            }
        });
        harness.notifier();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<Receipt> leader = executor.submit(() -> harness.notifier().send(APPROVED, joe, key("k")));
            await(sendingJoe);
            Future<List<Receipt>> batch =
                    executor.submit(() -> harness.notifier().sendAll(APPROVED, List.of(JANE, joe), key("k")));

            assertThat(batch.get(30, TimeUnit.SECONDS).get(1)).isEqualTo(leader.get(30, TimeUnit.SECONDS));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aKeyWithAnotherPayloadIsThrown() throws Exception {
        harness.send(key("k"));

        assertConflict(() -> harness.notifier().send(new Approved("Joe"), JANE, key("k")));
        assertConflict(() -> harness.notifier().send(new Renamed("Jane"), JANE, key("k")));
        assertConflict(() -> harness.send(withAttachment("a.txt", 3)));
        assertThat(harness.port.received).hasSize(1);
    }

    @Test
    void thePayloadIsNamesAndSizesOfAttachments() throws Exception {
        Receipt first = harness.send(withAttachment("a.txt", 3));

        assertThat(harness.send(withAttachment("a.txt", 3))).isEqualTo(first);
        assertConflict(() -> harness.send(withAttachment("b.txt", 3)));
        assertConflict(() -> harness.send(withAttachment("a.txt", 4)));
    }

    @Test
    void thePayloadIsNotLanguageAndZone() {
        harness.send(key("k"));
        Recipient moved = new Recipient(JANE.address(), Locale.forLanguageTag("es"), ZoneId.of("America/Chicago"));

        harness.notifier().send(APPROVED, moved, key("k"));

        assertThat(harness.port.received).hasSize(1);
    }

    @Test
    void theKeyOfARenderedMessageCountsForWhatItSays() {
        EmailMessage message = EmailMessage.builder()
                .from(EmailAddress.of("portal@example.gov"))
                .to(JANE.address())
                .subject("Subject")
                .text("Text")
                .idempotencyKey("k")
                .build();
        Receipt first = harness.notifier().send(message);

        assertThat(harness.notifier()
                        .send(message.toBuilder().id(MessageId.random()).build()))
                .isEqualTo(first);
        assertConflict(
                () -> harness.notifier().send(message.toBuilder().text("Other").build()));
        assertThat(harness.port.received).hasSize(1);
    }

    @Test
    void aKeyTwiceInOneBatchSendsOnce() {
        List<Receipt> receipts =
                harness.notifier().sendAll(APPROVED, List.of(JANE, recipient("joe@example.gov"), JANE), key("k"));

        assertThat(harness.port.received).hasSize(2);
        assertThat(receipts.get(2)).isEqualTo(receipts.get(0));
        assertThat(receipts.get(1)).isNotEqualTo(receipts.get(0));
    }

    @Test
    void aConflictInABatchSendsNothingAndKeepsNothing() {
        Recipient joe = recipient("joe@example.gov");
        harness.notifier().send(new Approved("Other"), joe, key("k"));

        assertConflict(() -> harness.notifier().sendAll(APPROVED, List.of(JANE, joe), key("k")));
        assertThat(harness.port.received).hasSize(1);

        harness.send(key("k"));
        assertThat(harness.port.received).hasSize(2);
    }

    @Test
    void concurrentSendsOfOneKeySendOnceAndShareTheReceipt() throws Exception {
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        harness.notifier();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Receipt>> receipts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<Receipt> send = () -> {
                    start.await();
                    return harness.send(key("k"));
                };
                receipts.add(executor.submit(send));
            }
            start.countDown();

            Receipt first = receipts.get(0).get(30, TimeUnit.SECONDS);
            for (Future<Receipt> receipt : receipts) {
                assertThat(receipt.get(30, TimeUnit.SECONDS)).isEqualTo(first);
            }
            assertThat(harness.port.received).hasSize(1);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whoComesWhileItIsBeingSentWaitsForTheReceipt() throws Exception {
        holdSends();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<Receipt> leader = executor.submit(() -> harness.send(key("k")));
            await(sending);
            assertConflict(() -> harness.notifier().send(new Approved("Joe"), JANE, key("k")));
            CompletableFuture<Thread> waiting = new CompletableFuture<>();
            Future<Receipt> follower = executor.submit(() -> {
                waiting.complete(Thread.currentThread());
                return harness.send(key("k"));
            });
            Thread thread = waiting.get(30, TimeUnit.SECONDS);
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            go.countDown();

            assertThat(follower.get(30, TimeUnit.SECONDS)).isEqualTo(leader.get(30, TimeUnit.SECONDS));
            assertThat(harness.port.received).hasSize(1);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingGetsADeferredReceipt() throws Exception {
        holdSends();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<Receipt> leader = executor.submit(() -> harness.send(key("k")));
            await(sending);
            Thread.currentThread().interrupt();
            Receipt interrupted = harness.send(key("k"));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupted.result().problem())
                    .contains(Failure.of(Verdict.TRANSPORT, FailureReason.IN_PROGRESS));
            go.countDown();
            assertThat(leader.get(30, TimeUnit.SECONDS).result()).isEqualTo(FakeEmailPort.accepted());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aKeyThatAnotherProcessIsSendingDefers() {
        harness.store = new FixedStore(new Claim.InFlight(MessageId.random()));

        assertThat(harness.send(key("k")).result().problem())
                .contains(Failure.of(Verdict.TRANSPORT, FailureReason.IN_PROGRESS));
        assertThat(harness.port.received).isEmpty();
    }

    @Test
    void aStoreThatFailsBeforeTheSendDefers() {
        harness.store = new FixedStore(null);

        assertThat(harness.send(key("k")).result().problem())
                .contains(Failure.of(Verdict.TRANSPORT, FailureReason.STORE_FAILED));
        assertThat(harness.port.received).isEmpty();
    }

    @Test
    void aStoreThatFailsAfterTheSendDoesNotChangeTheReceipt() {
        harness.store = new FixedStore(new Claim.Granted());

        assertThat(harness.send(key("k")).result()).isEqualTo(FakeEmailPort.accepted());
    }

    @Test
    void aGuardedMessageDoesNotTakeItsKey() {
        harness.builder.allowedRecipients("*@example.net");

        harness.send(key("k"));

        assertThat(harness.store.claim(
                        new IdempotencyKey("k"), JANE.address(), new Fingerprint("0".repeat(64)), MessageId.random()))
                .isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aFullStoreDefersInsteadOfForgetting() {
        harness.store = IdempotencyStore.inMemory(1, Duration.ofHours(1), harness.clock);
        harness.send(key("a"));

        assertThat(harness.send(key("b")).result().problem())
                .contains(Failure.of(Verdict.TRANSPORT, FailureReason.STORE_FAILED));
        harness.clock.advance(Duration.ofHours(2));
        assertThat(harness.send(key("b")).result()).isEqualTo(FakeEmailPort.accepted());
    }

    private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable send) {
        assertThatThrownBy(send).isInstanceOf(IdempotencyConflictException.class);
    }

    private static SendOptions withAttachment(String name, int size) {
        return SendOptions.builder()
                .idempotencyKey("k")
                .attachments(Attachment.of(name, "text/plain", ContentSource.of(new byte[size])))
                .build();
    }

    /** The adapter has a message, which {@link #sending} says, and answers only when {@link #go} lets it. */
    private void holdSends() {
        harness.port.answer = message -> {
            sending.countDown();
            await(go);
            return FakeEmailPort.accepted();
        };
        harness.notifier();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Renamed(String name) implements Notification {}

    /** Answers each claim alike, throws without an answer, and fails to settle. */
    private record FixedStore(Claim answer) implements IdempotencyStore {
        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            if (answer == null) {
                throw new StoreException("down");
            }
            return answer;
        }

        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            throw new StoreException("down");
        }
    }
}
