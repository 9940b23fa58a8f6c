package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.delivery.Claim;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link IdempotencyStore} owes. The store need not be empty: each test uses keys that were never used
 * before. What becomes of a claim whose process died takes time to see and is not part of it.
 */
@DisplayNameGeneration(Sentences.class)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
@Timeout(120)
public abstract class IdempotencyStoreContract {

    private static final Fingerprint PAYLOAD = new Fingerprint("a1".repeat(32));
    private static final Fingerprint OTHER_PAYLOAD = new Fingerprint("b2".repeat(32));
    private static final EmailAddress JANE = EmailAddress.of("jane@example.org", "Jane Doe");
    private static final EmailAddress JOHN = EmailAddress.of("john@example.org");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static final SendResult ACCEPTED = new Accepted(
            "sendgrid",
            "provider-id",
            Map.of(),
            List.of(new Attempt("sendgrid", Outcome.accepted(), NOON, Duration.ofMillis(120))));
    private static final SendResult UNCONFIRMED = new Unconfirmed(
            "sendgrid",
            Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT),
            List.of(new Attempt(
                    "sendgrid", Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), NOON, Duration.ofSeconds(30))));
    private static final SendResult DEFERRED =
            new Deferred(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED), List.of());
    private static final SendResult REJECTED =
            new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE), List.of());

    private final IdempotencyKey key = new IdempotencyKey("testkit-" + UUID.randomUUID());
    private final MessageId first = MessageId.random();
    private final MessageId second = MessageId.random();
    private IdempotencyStore store;

    /** For subclasses. */
    @SuppressWarnings("NullAway.Init") // by openStore
    protected IdempotencyStoreContract() {}

    /** The store to judge. Called for each test. */
    protected abstract IdempotencyStore store() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = store();
    }

    static Stream<SendResult> remembered() {
        return Stream.of(ACCEPTED, UNCONFIRMED);
    }

    static Stream<SendResult> releasing() {
        return Stream.of(DEFERRED, REJECTED);
    }

    @Test
    void aNewKeyIsGranted() {
        assertGranted(claim(PAYLOAD, first));
    }

    @Test
    void aKeyThatIsBeingSentIsInFlight() {
        claim(PAYLOAD, first);

        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.InFlight(first));
    }

    @ParameterizedTest
    @MethodSource("remembered")
    void whatWasSentOrMayHaveBeenIsRemembered(SendResult result) {
        claim(PAYLOAD, first);
        settle(first, result);

        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.Remembered(first, result));
        assertThat(claim(PAYLOAD, first)).isEqualTo(new Claim.Remembered(first, result));
    }

    @ParameterizedTest
    @MethodSource("releasing")
    void whatWasNotSentReleasesItsKey(SendResult result) {
        claim(PAYLOAD, first);
        settle(first, result);

        assertGranted(claim(OTHER_PAYLOAD, second));
    }

    @Test
    void anotherPayloadIsAConflictWhileTheFirstIsInFlight() {
        claim(PAYLOAD, first);

        assertThat(claim(OTHER_PAYLOAD, second)).isEqualTo(new Claim.Conflict());
        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.InFlight(first));
    }

    @ParameterizedTest
    @MethodSource("remembered")
    void anotherPayloadIsAConflictWhileTheFirstIsRemembered(SendResult result) {
        claim(PAYLOAD, first);
        settle(first, result);

        assertThat(claim(OTHER_PAYLOAD, second)).isEqualTo(new Claim.Conflict());
        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.Remembered(first, result));
    }

    @Test
    void keysCountPerRecipient() {
        claim(PAYLOAD, first);
        settle(first, ACCEPTED);

        assertGranted(store.claim(key, JOHN, OTHER_PAYLOAD, second));
        store.settle(key, JOHN, second, DEFERRED);
        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.Remembered(first, ACCEPTED));
    }

    @Test
    void recipientsCountPerKey() {
        claim(PAYLOAD, first);

        assertGranted(store.claim(new IdempotencyKey("testkit-" + UUID.randomUUID()), JANE, PAYLOAD, second));
    }

    @Test
    void theDisplayNameDoesNotMakeAnotherRecipient() {
        claim(PAYLOAD, first);

        assertThat(store.claim(key, JANE.withDisplayName("J. D."), PAYLOAD, second))
                .isEqualTo(new Claim.InFlight(first));
    }

    @ParameterizedTest
    @MethodSource("releasing")
    void aStrangerCannotSettleWhatIsInFlight(SendResult result) {
        claim(PAYLOAD, first);
        settle(second, result);

        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.InFlight(first));
    }

    @ParameterizedTest
    @MethodSource("releasing")
    void aStrangerCannotSettleWhatIsRemembered(SendResult result) {
        claim(PAYLOAD, first);
        settle(first, UNCONFIRMED);
        settle(second, result);

        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.Remembered(first, UNCONFIRMED));
    }

    @Test
    void settlingWhatWasNeverClaimedDoesNothing() {
        settle(first, ACCEPTED);

        assertGranted(claim(PAYLOAD, second));
    }

    @Test
    void anUnconfirmedSendCanTurnOutAccepted() {
        claim(PAYLOAD, first);
        settle(first, UNCONFIRMED);
        settle(first, ACCEPTED);

        assertThat(claim(PAYLOAD, second)).isEqualTo(new Claim.Remembered(first, ACCEPTED));
    }

    @ParameterizedTest
    @MethodSource("releasing")
    void anUnconfirmedSendCanTurnOutNotSent(SendResult result) {
        claim(PAYLOAD, first);
        settle(first, UNCONFIRMED);
        settle(first, result);

        assertGranted(claim(PAYLOAD, second));
    }

    @Test
    void ofManyClaimsAtOnceOneIsGranted() throws Exception {
        List<MessageId> ids = Stream.generate(MessageId::random).limit(16).toList();

        List<Claim> claims = Together.run(ids.size(), thread -> claim(PAYLOAD, ids.get(thread)));

        List<Claim> granted =
                claims.stream().filter(Claim.Granted.class::isInstance).toList();
        assertThat(granted).hasSize(1);
        MessageId winner = ids.get(claims.indexOf(granted.get(0)));
        assertThat(claims)
                .filteredOn(claim -> !(claim instanceof Claim.Granted))
                .hasSize(15)
                .containsOnly(new Claim.InFlight(winner));
    }

    private Claim claim(Fingerprint fingerprint, MessageId id) {
        return store.claim(key, JANE, fingerprint, id);
    }

    private void settle(MessageId id, SendResult result) {
        store.settle(key, JANE, id, result);
    }

    private static void assertGranted(Claim claim) {
        assertThat(claim).isEqualTo(new Claim.Granted());
    }
}
