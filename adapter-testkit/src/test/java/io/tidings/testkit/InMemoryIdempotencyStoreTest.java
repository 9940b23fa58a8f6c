package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.Claim;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {

    @Override
    protected IdempotencyStore store() {
        return IdempotencyStore.inMemory();
    }

    @Nested
    class Bounds {

        private static final Fingerprint PAYLOAD = new Fingerprint("0".repeat(64));
        private static final SendResult UNCONFIRMED =
                new Unconfirmed("memory", Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), List.of());
        private static final SendResult ACCEPTED = new Accepted("sendgrid", "", Map.of(), List.of());
        private static final SendResult DEFERRED =
                new Deferred(Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED), List.of());

        private final MessageId id = MessageId.random();
        private Instant now = Instant.parse("2026-01-02T12:00:00Z");
        private final InstantSource clock = () -> now;
        private final IdempotencyStore store = IdempotencyStore.inMemory(2, Duration.ofHours(1), clock);

        @Test
        void aFullStoreThrowsInsteadOfForgetting() {
            claim("a");
            claim("b");
            settle("b", ACCEPTED);

            assertThatThrownBy(() -> claim("secretive"))
                    .isInstanceOf(StoreException.class)
                    .message()
                    .contains("full at 2")
                    .doesNotContain("secretive");
            assertThat(claim("a")).isEqualTo(new Claim.InFlight(id));
            assertThat(claim("b")).isEqualTo(new Claim.Remembered(id, ACCEPTED));
        }

        @Test
        void whatIsReleasedMakesRoom() {
            claim("a");
            claim("b");
            settle("a", DEFERRED);

            assertThat(claim("c")).isEqualTo(new Claim.Granted());
        }

        @Test
        void whatIsSettledIsRememberedForTheRetention() {
            claim("a");
            settle("a", ACCEPTED);

            now = now.plus(Duration.ofHours(1));
            assertThat(claim("a")).isEqualTo(new Claim.Remembered(id, ACCEPTED));
            now = now.plusNanos(1);
            assertThat(claim("a")).isEqualTo(new Claim.Granted());
        }

        @Test
        void resolvingStartsTheRetentionAnew() {
            claim("a");
            claim("b");
            settle("a", UNCONFIRMED);
            settle("b", ACCEPTED);
            now = now.plus(Duration.ofMinutes(40));
            settle("a", ACCEPTED);
            now = now.plus(Duration.ofMinutes(40));

            assertThat(claim("b")).isEqualTo(new Claim.Granted());
            assertThat(claim("a")).isEqualTo(new Claim.Remembered(id, ACCEPTED));
        }

        @Test
        void whatExpiresMakesRoom() {
            claim("a");
            claim("b");
            settle("a", ACCEPTED);
            settle("b", ACCEPTED);
            now = now.plus(Duration.ofHours(2));

            assertThat(claim("c")).isEqualTo(new Claim.Granted());
        }

        @Test
        void whatIsInFlightNeverExpires() {
            claim("a");
            now = now.plus(Duration.ofDays(365));

            assertThat(claim("a")).isEqualTo(new Claim.InFlight(id));
        }

        @Test
        void boundsMustMakeSense() {
            assertThatThrownBy(() -> IdempotencyStore.inMemory(0, Duration.ofHours(1), clock))
                    .isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> IdempotencyStore.inMemory(1, Duration.ZERO, clock))
                    .isInstanceOf(InvalidArgumentException.class);
        }

        private Claim claim(String key) {
            return store.claim(new IdempotencyKey(key), Messages.RECIPIENT, PAYLOAD, id);
        }

        private void settle(String key, SendResult result) {
            store.settle(new IdempotencyKey(key), Messages.RECIPIENT, id, result);
        }
    }
}
