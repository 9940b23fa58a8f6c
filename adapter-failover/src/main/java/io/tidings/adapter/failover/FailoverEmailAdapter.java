package io.tidings.adapter.failover;

import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.SendResult;
import io.tidings.spi.Gate;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends with the first of several adapters that works. Thread-safe.
 *
 * <p><b>Retry.</b> What may work later with the same provider is offered to it again, after a wait that doubles and is
 * drawn at random (full jitter), or the one that the provider asks for; within the attempts and the waiting that the
 * {@link FailoverConfig} allows.
 *
 * <p><b>Fail-over.</b> A message moves to the next provider if the account is of no use with this one, its sender is
 * not allowed, the provider cannot be reached, or asks to wait for too long. It never moves if the message or its
 * recipient is at fault. What may have been sent already moves only if the {@link OnUnconfirmed} policy says so.
 *
 * <p><b>Breakers.</b> A provider that failed three times in a row, or whose account is of no use, is left alone for 5
 * s, then for twice as long each further time, up to 5 min; then one message tries it. Only attempts count that say
 * something about the provider: a bad address does not, nor do connections that are all in use, nor an interrupt. As
 * long as there is another provider to turn to, one attempt of unknown outcome counts as three failures, since the next
 * would leave the next message in doubt.
 *
 * <p>It can carry what all of its adapters can. The results list all attempts, and have the name of the adapter that
 * made each.
 */
public final class FailoverEmailAdapter implements EmailPort {

    /** Under which it is configured. */
    public static final String NAME = "failover";

    /** As long as the longest attempt. */
    private static final Duration CLOSE_WAIT = Duration.ofMinutes(3);

    private final FailoverConfig config;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Supplier<? extends RandomGenerator> random;
    private final List<Provider> providers;
    private final Capabilities capabilities;
    private final Gate gate = Gate.ofAdapter();
    private final CountDownLatch closing;
    private volatile boolean adaptersClosed;

    /** With the system's clock. */
    @Inject
    public FailoverEmailAdapter(FailoverConfig config) {
        this(config, InstantSource.system());
    }

    /** @param clock by which breakers open and close */
    public FailoverEmailAdapter(FailoverConfig config, InstantSource clock) {
        this(config, clock, new CountDownLatch(1));
    }

    private FailoverEmailAdapter(FailoverConfig config, InstantSource clock, CountDownLatch closing) {
        this(config, clock, Sleeper.until(closing), ThreadLocalRandom::current, closing);
    }

    FailoverEmailAdapter(
            FailoverConfig config, InstantSource clock, Sleeper sleeper, Supplier<? extends RandomGenerator> random) {
        this(config, clock, sleeper, random, new CountDownLatch(1));
    }

    /** @param closing ends the sleeper's sleep */
    private FailoverEmailAdapter(
            FailoverConfig config,
            InstantSource clock,
            Sleeper sleeper,
            Supplier<? extends RandomGenerator> random,
            CountDownLatch closing) {
        this.closing = closing;
        this.config = config;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        int weightOfUnknown = config.adapters().size() > 1 ? Breaker.FAILURES_IN_A_ROW : 1;
        this.providers = config.adapters().stream()
                .map(port -> new Provider(port, new Breaker(port.name(), clock, weightOfUnknown), clock))
                .toList();
        this.capabilities = config.adapters().stream()
                .map(EmailPort::capabilities)
                .reduce(Capabilities::intersect)
                .orElseThrow();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** What every one of the adapters can carry. */
    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SendResult send(EmailMessage message) {
        return sendAll(List.of(message)).get(0);
    }

    @Override
    public List<SendResult> sendAll(List<EmailMessage> messages) {
        List<EmailMessage> all = List.copyOf(messages);
        return gate.pass(() -> relay(all));
    }

    private List<SendResult> relay(List<EmailMessage> messages) {
        Instant now = clock.instant();
        List<Letter> letters = new ArrayList<>(messages.size());
        List<Letter> leaving = new ArrayList<>(messages.size());
        for (EmailMessage message : messages) {
            Letter letter = new Letter(message, config.onUnconfirmed());
            letters.add(letter);
            capabilities
                    .exceededBy(message, now)
                    .ifPresentOrElse(exceeded -> letter.end(Failure.unsupported(exceeded)), () -> leaving.add(letter));
        }
        Waiting waiting = new Waiting(sleeper, random.get(), config.maxWait());
        new Relay(config.attempts(), waiting, clock, () -> closing.getCount() == 0, () -> adaptersClosed)
                .run(providers, leaving);
        List<SendResult> results = new ArrayList<>(messages.size());
        letters.forEach(letter -> results.add(letter.result()));
        return Collections.unmodifiableList(results);
    }

    Breaker breaker(String provider) {
        return providers.stream()
                .filter(each -> each.port().name().equals(provider))
                .findFirst()
                .orElseThrow()
                .breaker();
    }

    /** Ends every wait between attempts, at once; what another provider may help goes there without waiting. */
    @Override
    public void prepareToClose() {
        closing.countDown();
        withEach(config.adapters(), EmailPort::prepareToClose);
    }

    /**
     * Ends every wait between attempts, gives the attempts under way 3 min, then closes all of its adapters one after
     * the other, whatever one of them throws. A message that then has no provider left keeps its last result. It takes
     * at most those 3 min and what the adapters take for attempts that last longer.
     */
    @Override
    public void close() {
        if (!gate.close()) {
            return;
        }
        closing.countDown();
        gate.awaitEmpty(CLOSE_WAIT);
        adaptersClosed = true;
        withEach(config.adapters(), EmailPort::close);
    }

    /** Takes a step with every one, then throws what the first of those threw that did. */
    private static void withEach(List<EmailPort> adapters, Consumer<EmailPort> step) {
        @Nullable Throwable first = null;
        for (EmailPort adapter : adapters) {
            first = attempt(() -> step.accept(adapter), first);
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /**
     * Takes a step, whatever it throws.
     *
     * @param first what was thrown so far
     * @return the same, with what the step threw added to it; or that, if it is the first
     */
    static @Nullable Throwable attempt(Runnable step, @Nullable Throwable first) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            if (first == null) {
                return e;
            }
            if (first != e) {
                first.addSuppressed(e);
            }
        }
        return first;
    }

    /** The names of the adapters. */
    @Override
    public String toString() {
        return "FailoverEmailAdapter" + config.names();
    }
}
