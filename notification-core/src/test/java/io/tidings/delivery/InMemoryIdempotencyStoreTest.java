package io.tidings.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryIdempotencyStoreTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final SendResult ACCEPTED = new Accepted("sendgrid", "", Map.of(), List.of());
    private static final SendResult UNCONFIRMED =
            new Unconfirmed("sendgrid", Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), List.of());
    private static final SendResult DEFERRED =
            new Deferred(Failure.of(Verdict.TRANSPORT, FailureReason.DNS_FAILED), List.of());
    private static final SendResult REJECTED =
            new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE), List.of());

    private static final EmailAddress JANE = EmailAddress.of("jane@example.org");
    private static final EmailAddress JOHN = EmailAddress.of("john@example.org");
    private static final IdempotencyKey KEY = new IdempotencyKey("key");
    private static final IdempotencyKey OTHER_KEY = new IdempotencyKey("other");
    private static final Fingerprint PAYLOAD = new Fingerprint("0".repeat(64));
    private static final Fingerprint OTHER_PAYLOAD = new Fingerprint("f".repeat(64));

    private final ManualClock clock = new ManualClock();
    private final IdempotencyStore store = IdempotencyStore.inMemory(3, DAY, clock);
    private final MessageId first = MessageId.random();
    private final MessageId second = MessageId.random();

    private Claim claim(MessageId id) {
        return store.claim(KEY, JANE, PAYLOAD, id);
    }

    @Test
    void grantsAKeyOnceWhileASendIsUnderWay() {
        assertThat(claim(first)).isEqualTo(new Claim.Granted());
        assertThat(claim(second)).isEqualTo(new Claim.InFlight(first));
        assertThat(store.claim(KEY, JANE, OTHER_PAYLOAD, second)).isEqualTo(new Claim.Conflict());
    }

    @Test
    void countsPerKeyAndRecipient() {
        claim(first);

        assertThat(store.claim(KEY, JOHN, PAYLOAD, second)).isEqualTo(new Claim.Granted());
        assertThat(store.claim(OTHER_KEY, JANE, OTHER_PAYLOAD, second)).isEqualTo(new Claim.Granted());
    }

    static Stream<SendResult> remembered() {
        return Stream.of(ACCEPTED, UNCONFIRMED);
    }

    @ParameterizedTest
    @MethodSource("remembered")
    void remembersWhatWasOrMayHaveBeenSent(SendResult result) {
        claim(first);
        store.settle(KEY, JANE, first, result);

        assertThat(claim(second)).isEqualTo(new Claim.Remembered(first, result));
        assertThat(store.claim(KEY, JANE, OTHER_PAYLOAD, second)).isEqualTo(new Claim.Conflict());
    }

    static Stream<SendResult> released() {
        return Stream.of(DEFERRED, REJECTED);
    }

    @ParameterizedTest
    @MethodSource("released")
    void releasesTheKeyOfWhatWasNotSent(SendResult result) {
        claim(first);
        store.settle(KEY, JANE, first, result);

        assertThat(store.claim(KEY, JANE, OTHER_PAYLOAD, second)).isEqualTo(new Claim.Granted());
    }

    @Test
    void takesTheResolutionOfAnUnconfirmedSend() {
        claim(first);
        store.settle(KEY, JANE, first, UNCONFIRMED);
        store.settle(KEY, JANE, first, ACCEPTED);
        assertThat(claim(second)).isEqualTo(new Claim.Remembered(first, ACCEPTED));
    }

    @Test
    void whatWasAcceptedStaysAccepted() {
        claim(first);
        store.settle(KEY, JANE, first, ACCEPTED);
        store.settle(KEY, JANE, first, REJECTED);

        assertThat(claim(second)).isEqualTo(new Claim.Remembered(first, ACCEPTED));
    }

    @Test
    void anUnconfirmedSendThatTurnsOutNotSentReleasesItsKey() {
        claim(first);
        store.settle(KEY, JANE, first, UNCONFIRMED);
        store.settle(KEY, JANE, first, REJECTED);

        assertThat(claim(second)).isEqualTo(new Claim.Granted());
    }

    @Test
    void isNotSettledByAnotherMessage() {
        store.settle(KEY, JANE, second, ACCEPTED);
        assertThat(claim(first)).isEqualTo(new Claim.Granted());

        store.settle(KEY, JANE, second, REJECTED);
        assertThat(claim(second)).isEqualTo(new Claim.InFlight(first));

        store.settle(KEY, JANE, first, ACCEPTED);
        store.settle(KEY, JANE, second, REJECTED);
        assertThat(claim(second)).isEqualTo(new Claim.Remembered(first, ACCEPTED));
    }

    @Test
    void forgetsWhatWasSettledBeforeTheRetention() {
        claim(first);
        clock.advance(DAY);
        store.settle(KEY, JANE, first, ACCEPTED);

        clock.advance(DAY);
        assertThat(claim(second)).isEqualTo(new Claim.Remembered(first, ACCEPTED));
        clock.advance(Duration.ofNanos(1));
        assertThat(claim(second)).isEqualTo(new Claim.Granted());
    }

    @Test
    void countsTheRetentionFromTheLastSettling() {
        claim(first);
        store.settle(KEY, JANE, first, UNCONFIRMED);
        store.claim(KEY, JOHN, PAYLOAD, second);
        store.settle(KEY, JOHN, second, ACCEPTED);
        clock.advance(Duration.ofHours(23));
        store.settle(KEY, JANE, first, ACCEPTED);
        clock.advance(Duration.ofHours(2));

        assertThat(claim(second)).isEqualTo(new Claim.Remembered(first, ACCEPTED));
        assertThat(store.claim(KEY, JOHN, PAYLOAD, first)).isEqualTo(new Claim.Granted());
    }

    @Test
    void neverForgetsASendThatIsUnderWay() {
        claim(first);
        clock.advance(DAY.multipliedBy(10));

        assertThat(claim(second)).isEqualTo(new Claim.InFlight(first));
    }

    @Test
    void refusesRatherThanForgetsWhenItIsFull() {
        claim(first);
        store.claim(KEY, JOHN, PAYLOAD, first);
        store.settle(KEY, JOHN, first, ACCEPTED);
        assertThat(store.claim(OTHER_KEY, JANE, PAYLOAD, first)).isEqualTo(new Claim.Granted());

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.claim(OTHER_KEY, JOHN, PAYLOAD, first))
                .withMessageContaining("full at 3")
                .withMessageContaining("PT24H");
        assertThat(claim(second)).isEqualTo(new Claim.InFlight(first));
        store.settle(OTHER_KEY, JANE, first, DEFERRED);
        assertThat(store.claim(OTHER_KEY, JOHN, PAYLOAD, first)).isEqualTo(new Claim.Granted());
    }

    @Test
    void makesRoomWhenTheRetentionHasPassed() {
        for (EmailAddress recipient : List.of(JANE, JOHN, EmailAddress.of("mary@example.org"))) {
            store.claim(KEY, recipient, PAYLOAD, first);
            store.settle(KEY, recipient, first, ACCEPTED);
        }
        clock.advance(DAY.plusNanos(1));

        assertThat(store.claim(OTHER_KEY, JANE, PAYLOAD, second)).isEqualTo(new Claim.Granted());
    }

    @Test
    void grantsAKeyToOneOfManyThreads() {
        AtomicInteger granted = new AtomicInteger();
        IntStream.range(0, 1_000).parallel().forEach(i -> {
            if (claim(MessageId.random()) instanceof Claim.Granted) {
                granted.incrementAndGet();
            }
        });

        assertThat(granted).hasValue(1);
    }

    @Test
    void hasRoomAndRetention() {
        assertThat(IdempotencyStore.inMemory(1, Duration.ofNanos(1), clock)).isNotNull();
        assertThat(IdempotencyStore.inMemory().claim(KEY, JANE, PAYLOAD, first)).isEqualTo(new Claim.Granted());
        for (Duration retention : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> IdempotencyStore.inMemory(1, retention, clock));
        }
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> IdempotencyStore.inMemory(0, DAY, clock));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65})
    void takesFingerprintsOf64Digits(int length) {
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> new Fingerprint("0".repeat(length)));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> new Fingerprint("F".repeat(64)));
    }
}
