package io.tidings.delivery;

import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.error.StoreException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Remembers which sends have been made, so that none is made twice. Counts per key and recipient. Implementations are
 * thread-safe and their {@link #claim} is atomic; {@code IdempotencyStoreContract} in the test kit says what they owe.
 *
 * <p>A store that outlives its process must expect that a claim is never settled, because the process died: once such a
 * claim is older than any send can last, the store reports it as {@link Claim.Remembered} with an {@link Unconfirmed}
 * result, never as free.
 */
public interface IdempotencyStore {

    /**
     * Asks to send. The caller that gets {@link Claim.Granted} must {@link #settle} it.
     *
     * @param id of the message that would be sent
     * @throws StoreException if the store does not answer or is full; then nothing is claimed
     */
    Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id);

    /**
     * Says how a granted claim ended, or how an unconfirmed one was resolved. {@link Accepted} and {@link Unconfirmed}
     * are remembered; {@link Deferred} and {@link Rejected} release the key. Does nothing if the key is not held by
     * this message.
     *
     * @param id of the message for which the claim was granted
     * @throws StoreException if it could not be stored; the claim is then still held
     */
    void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result);

    /** A store in memory for 100,000 sends of the last 24 hours. It is empty again after a restart. */
    static IdempotencyStore inMemory() {
        return inMemory(InstantSource.system());
    }

    /**
     * As {@link #inMemory()}.
     *
     * @param clock by which the 24 hours are measured
     */
    static IdempotencyStore inMemory(InstantSource clock) {
        return inMemory(100_000, Duration.ofHours(24), clock);
    }

    /**
     * A store in memory.
     *
     * @param capacity how many sends it holds; beyond, {@link #claim} throws, because forgetting one could double a
     *     message
     * @param retention how long a settled send is remembered; longer than the application ever repeats one
     * @param clock by which retention is measured
     */
    static IdempotencyStore inMemory(int capacity, Duration retention, InstantSource clock) {
        return new InMemoryIdempotencyStore(capacity, retention, clock);
    }
}
