package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.Purpose;
import io.tidings.error.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that are not to be written to, whichever provider would send. Implementations are thread-safe;
 * {@code SuppressionListContract} in the test kit says what they owe.
 *
 * <p>Addresses are compared without case on both sides of the {@code @}: nearly all hosts do, and here the wrong guess
 * would be to write to somebody who must not be written to.
 */
public interface SuppressionList {

    /**
     * Adds a reason not to write to an address. One that is there already, for the same group, keeps its first date.
     *
     * @throws StoreException if it could not be stored
     */
    void add(Suppression suppression);

    /**
     * Every reason not to write to an address, oldest first.
     *
     * @throws StoreException if the list does not answer
     */
    List<Suppression> find(EmailAddress address);

    /**
     * Forgets one reason not to write to an address, for every group.
     *
     * @return whether it was there
     * @throws StoreException if it could not be removed
     */
    default boolean lift(EmailAddress address, RejectReason reason) {
        return find(address).stream()
                .filter(suppression -> suppression.reason() == reason)
                .map(suppression -> lift(address, reason, suppression.group()))
                .reduce(false, Boolean::logicalOr);
    }

    /**
     * Forgets one reason not to write to an address, for one group.
     *
     * @param group as in {@link Suppression#group()}
     * @return whether it was there
     * @throws StoreException if it could not be removed
     */
    boolean lift(EmailAddress address, RejectReason reason, String group);

    /**
     * All that is on the list, oldest first.
     *
     * @throws StoreException if the list does not answer
     */
    List<Suppression> list();

    /**
     * The oldest reason that holds back a message of this purpose. An unsubscribe, from whichever group, does not hold
     * back what is {@link Purpose#TRANSACTIONAL}.
     */
    default Optional<Suppression> blocking(EmailAddress address, Purpose purpose) {
        return find(address).stream()
                .filter(suppression ->
                        purpose == Purpose.SUBSCRIPTION || suppression.reason() != RejectReason.UNSUBSCRIBED)
                .findFirst();
    }

    /** A list in memory of at most 100,000 entries. It is empty again after a restart. */
    static SuppressionList inMemory() {
        return inMemory(100_000);
    }

    /**
     * A list in memory.
     *
     * @param capacity how many entries it takes; beyond, {@link #add} throws, because forgetting an entry would mean to
     *     write to somebody who must not be written to
     */
    static SuppressionList inMemory(int capacity) {
        return new InMemorySuppressionList(capacity);
    }
}
