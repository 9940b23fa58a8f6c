package io.tidings.adapter.failover;

import io.tidings.email.Attempt;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the adapters, with its breaker. Thread-safe. */
final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private final EmailPort port;
    private final Breaker breaker;
    private final InstantSource clock;

    Provider(EmailPort port, Breaker breaker, InstantSource clock) {
        this.port = port;
        this.breaker = breaker;
        this.clock = clock;
    }

    EmailPort port() {
        return port;
    }

    Breaker breaker() {
        return breaker;
    }

    /** Whether it can leave out recipients that the headers name. */
    boolean hasSeparateEnvelope() {
        return port.capabilities().features().contains(Feature.SEPARATE_ENVELOPE);
    }

    /** One result for each message, whatever the adapter does; only after {@link Breaker#letsPass()}. */
    List<SendResult> send(List<EmailMessage> messages) {
        List<SendResult> results = List.of();
        try {
            results = ask(messages);
            return results;
        } finally {
            // Whatever is thrown: a permission that is never given back would keep everybody out.
            breaker.record(attempts(results));
        }
    }

    private List<SendResult> ask(List<EmailMessage> messages) {
        Instant start = clock.instant();
        try {
            List<SendResult> results =
                    messages.size() == 1 ? List.of(port.send(messages.get(0))) : List.copyOf(port.sendAll(messages));
            if (results.size() == messages.size()) {
                return results;
            }
            LOG.error("Adapter {} gave {} results for {} messages", port.name(), results.size(), messages.size());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            // Its own text may hold anything.
            LOG.error("Adapter {} threw {}", port.name(), e.getClass().getName());
        }
        return Collections.nCopies(messages.size(), broken(start));
    }

    /** The adapter broke its contract: nobody knows whether anything was sent. */
    private SendResult broken(Instant start) {
        Failure unknown = Failure.of(Verdict.UNKNOWN, FailureReason.ADAPTER_FAILED);
        Duration took = Duration.between(start, clock.instant());
        Attempt attempt = new Attempt(port.name(), unknown, start, took.isNegative() ? Duration.ZERO : took);
        return new Unconfirmed(port.name(), unknown, List.of(attempt));
    }

    /**
     * Each attempt once, although the messages of one request share theirs, the one that ended first being the first.
     * Where an adapter found a way round what failed, such as another relay, only that counts which the message ended
     * with.
     */
    private static List<Attempt> attempts(List<SendResult> results) {
        if (results.size() == 1) {
            // One after the other, and none shared.
            return decisive(results.get(0));
        }
        Set<Attempt> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return results.stream()
                .flatMap(result -> decisive(result).stream())
                .filter(seen::add)
                .sorted(Comparator.comparing(attempt -> attempt.start().plus(attempt.took())))
                .toList();
    }

    private static List<Attempt> decisive(SendResult result) {
        Optional<Verdict> end = result.problem().map(Failure::verdict);
        List<Attempt> attempts = result.attempts();
        if (attempts.size() == 1 && hasVerdict(attempts.get(0), end)) {
            return attempts;
        }
        return attempts.stream().filter(attempt -> hasVerdict(attempt, end)).toList();
    }

    private static boolean hasVerdict(Attempt attempt, Optional<Verdict> verdict) {
        return attempt.outcome().failure().map(Failure::verdict).equals(verdict);
    }
}
