package io.tidings;

import io.tidings.delivery.Claim;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.error.IdempotencyConflictException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that one idempotency key sends once to one recipient: asks the store, and lets those who come while it is
 * being sent wait for the receipt. Thread-safe.
 */
final class IdempotentSends {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private final IdempotencyStore store;
    private final Duration patience;
    private final ConcurrentMap<Scope, Flight> flights = new ConcurrentHashMap<>();

    /** @param patience how long one call waits for the receipts of somebody else's sends */
    IdempotentSends(IdempotencyStore store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    /**
     * Claims the keys of all units that are open, and ends those that need not be sent. The caller ends the others and
     * hands the batch back to {@link #settle}, then to {@link #awaitOthers}, whatever happens.
     *
     * @throws IdempotencyConflictException if a key stands for another payload; then nothing stays claimed
     */
    Batch claim(List<SendUnit> units) {
        Batch batch = new Batch();
        try {
            for (SendUnit unit : units) {
                if (unit.isOpen()) {
                    unit.idempotencyKey().ifPresent(key -> claim(unit, new Scope(key, unit.keyedRecipient()), batch));
                }
            }
            return batch;
        } catch (RuntimeException | Error e) {
            batch.own.keySet().forEach(unit -> unit.end(notSent(FailureReason.IN_PROGRESS)));
            settle(batch);
            throw e;
        }
    }

    private void claim(SendUnit unit, Scope scope, Batch batch) {
        Optional<Fingerprint> known = fingerprint(unit);
        if (known.isEmpty()) {
            return;
        }
        Fingerprint fingerprint = known.get();
        Flight mine = new Flight(fingerprint, new CompletableFuture<>());
        Flight other = flights.putIfAbsent(scope, mine);
        if (other != null) {
            requireSame(other.fingerprint().equals(fingerprint));
            batch.following.put(unit, other);
            return;
        }
        try {
            Claim claim = store.claim(
                    scope.key(), scope.recipient(), fingerprint, unit.original().id());
            if (claim instanceof Claim.Granted) {
                batch.own.put(unit, scope);
                return;
            }
            if (claim instanceof Claim.Remembered remembered) {
                unit.repeat(new Receipt(remembered.id(), unit.original().template(), remembered.result()));
            } else if (claim instanceof Claim.InFlight) {
                unit.end(notSent(FailureReason.IN_PROGRESS));
            }
            requireSame(!(claim instanceof Claim.Conflict));
        } catch (IdempotencyConflictException | Error e) {
            land(scope, mine, notSentReceipt(unit));
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "The idempotency store threw {}; message {} is deferred",
                    e.getClass().getName(),
                    unit.original().id());
            unit.end(notSent(FailureReason.STORE_FAILED));
        }
        land(scope, mine, unit.receipt());
    }

    /** Empty, and the unit ended, if the application's own attachments cannot even tell their size. */
    private static Optional<Fingerprint> fingerprint(SendUnit unit) {
        try {
            return Optional.of(unit.fingerprint());
        } catch (RuntimeException e) {
            LOG.error(
                    "An attachment of message {} threw {}",
                    unit.original().id(),
                    e.getClass().getName());
            unit.end(new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT), List.of()));
            return Optional.empty();
        }
    }

    /** Tells the store how the claimed units ended. */
    void settle(Batch batch) {
        batch.own.forEach(this::settle);
    }

    /** Waits for what somebody else is sending, and takes over the receipts; who waited in vain ends deferred. */
    void awaitOthers(Batch batch) {
        long deadline = System.nanoTime() + patience.toNanos();
        batch.following.forEach((unit, flight) -> await(flight, deadline)
                .ifPresentOrElse(unit::repeat, () -> unit.end(notSent(FailureReason.IN_PROGRESS))));
    }

    private void settle(SendUnit unit, Scope scope) {
        try {
            resolve(unit);
        } finally {
            Flight flight = flights.get(scope);
            if (flight != null) {
                land(scope, flight, unit.receipt());
            }
        }
    }

    /**
     * Tells the store how a unit that holds its key ended. If the store fails now the result stands, and the key stays
     * claimed: that may hold back a message, but never doubles one.
     */
    void resolve(SendUnit unit) {
        unit.idempotencyKey().ifPresent(key -> {
            try {
                store.settle(key, unit.keyedRecipient(), unit.original().id(), unit.result());
            } catch (RuntimeException e) {
                LOG.error(
                        "The idempotency store threw {}; the key of message {} stays claimed",
                        e.getClass().getName(),
                        unit.original().id());
            }
        });
    }

    private static Optional<Receipt> await(Flight flight, long deadline) {
        try {
            return Optional.of(flight.receipt().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private void land(Scope scope, Flight flight, Receipt receipt) {
        flights.remove(scope, flight);
        flight.receipt().complete(receipt);
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw new IdempotencyConflictException();
        }
    }

    private static Receipt notSentReceipt(SendUnit unit) {
        return new Receipt(unit.original().id(), unit.original().template(), notSent(FailureReason.IN_PROGRESS));
    }

    private static SendResult notSent(FailureReason reason) {
        return new Deferred(Failure.of(Verdict.TRANSPORT, reason), List.of());
    }

    /** What one call of the application has claimed, and what it waits for. */
    static final class Batch {
        private final Map<SendUnit, Scope> own = new LinkedHashMap<>();
        private final Map<SendUnit, Flight> following = new LinkedHashMap<>();

        private Batch() {}

        boolean isFollowing(SendUnit unit) {
            return following.containsKey(unit);
        }
    }

    private record Scope(IdempotencyKey key, EmailAddress recipient) {}

    private record Flight(Fingerprint fingerprint, CompletableFuture<Receipt> receipt) {}
}
