package io.tidings;

import io.tidings.email.Accepted;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a rendered message: guards, idempotency, port, log. Thread-safe. */
final class Pipeline {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private final EmailPort port;
    private final Guards guards;
    private final IdempotentSends idempotentSends;
    private final Reporter reporter;
    private final UnconfirmedMessages unconfirmed;
    private final InstantSource clock;

    Pipeline(
            EmailPort port,
            Guards guards,
            IdempotentSends idempotentSends,
            Reporter reporter,
            UnconfirmedMessages unconfirmed,
            InstantSource clock) {
        this.port = port;
        this.guards = guards;
        this.idempotentSends = idempotentSends;
        this.reporter = reporter;
        this.unconfirmed = unconfirmed;
        this.clock = clock;
    }

    /** Sends what is open and reports what ended; the receipts are in the order of the units. */
    List<Receipt> send(List<SendUnit> units) {
        units.stream().filter(SendUnit::isOpen).forEach(unit -> guards.check(unit, clock.instant()));
        IdempotentSends.Batch batch = idempotentSends.claim(units);
        List<SendUnit> leaving = units.stream()
                .filter(unit -> unit.isOpen() && !batch.isFollowing(unit))
                .toList();
        try {
            handOver(leaving);
        } finally {
            idempotentSends.settle(batch);
            units.stream()
                    .filter(unit -> !unit.isRepeated() && !batch.isFollowing(unit))
                    .forEach(this::report);
        }
        idempotentSends.awaitOthers(batch);
        units.stream()
                .filter(unit -> !unit.isRepeated() && batch.isFollowing(unit))
                .forEach(this::report);
        return units.stream().map(SendUnit::receipt).toList();
    }

    /** Sends once more, with the same ids, what may have been sent: the keys, if any, are held by them already. */
    List<Receipt> sendAgain(List<SendUnit> units) {
        units.forEach(unit -> guards.check(unit, clock.instant()));
        handOver(units.stream().filter(SendUnit::isOpen).toList());
        units.stream().filter(unit -> unit.result() instanceof Accepted).forEach(idempotentSends::resolve);
        units.forEach(this::report);
        return units.stream().map(SendUnit::receipt).toList();
    }

    private void report(SendUnit unit) {
        reporter.ended(unit, clock.instant());
        if (!unit.inDoubt().isEmpty()) {
            unconfirmed.hold(unit);
        }
    }

    /**
     * Whatever the adapter does, every unit ends: if it broke its contract, nobody knows whether the message was sent.
     */
    private void handOver(List<SendUnit> units) {
        if (units.isEmpty()) {
            return;
        }
        Failure unknown = Failure.of(Verdict.UNKNOWN, FailureReason.ADAPTER_FAILED);
        units.forEach(unit -> unit.end(new Unconfirmed(port.name(), unknown, List.of())));
        try {
            List<SendResult> results =
                    ask(units.stream().map(SendUnit::outgoing).toList());
            if (results.size() != units.size()) {
                LOG.error(
                        "Adapter {} gave {} results for {} messages",
                        port.getClass().getName(),
                        results.size(),
                        units.size());
                return;
            }
            for (int i = 0; i < units.size(); i++) {
                units.get(i).end(Objects.requireNonNull(results.get(i), "result"));
            }
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            // Its own text may hold anything.
            LOG.error(
                    "Adapter {} threw {}",
                    port.getClass().getName(),
                    e.getClass().getName());
        }
    }

    private List<SendResult> ask(List<EmailMessage> messages) {
        return messages.size() == 1 ? List.of(port.send(messages.get(0))) : port.sendAll(messages);
    }
}
