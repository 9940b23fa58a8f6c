package io.tidings.adapter.inmemory;

import io.tidings.adapter.inmemory.internal.MessageFiles;
import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.StoreException;
import io.tidings.spi.Gate;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends to a {@link Mailbox} in this process. Thread-safe.
 *
 * <p>The far side takes every message unless it is told what to answer. It reads attachments to their end when a
 * message is sent, as a provider would, and keeps what it read.
 *
 * <p>Attempts, arrivals and events have the time of the clock that the adapter was built with.
 */
public final class InMemoryEmailAdapter implements EmailPort {

    /** Under which it is configured and reports its results. */
    public static final String NAME = "inmemory";

    private final Mailbox mailbox;
    private final boolean ownsMailbox;
    private final FarSide farSide;
    private final InstantSource clock;
    private final Capabilities capabilities;
    private final Duration closeWait;
    private final Gate gate = Gate.ofAdapter();
    private final SendLog log = new SendLog();
    private final SimulatedEvents events;
    private final AtomicLong sends = new AtomicLong();

    /** With the system's clock and a mailbox of its own. */
    public InMemoryEmailAdapter() {
        this(builder());
    }

    /**
     * With the system's clock and what the configuration says.
     *
     * @throws ConfigurationException if nobody opened the mailbox, or if the directory cannot be written to
     */
    @Inject
    public InMemoryEmailAdapter(InMemoryConfig config) {
        this(builder().config(config));
    }

    InMemoryEmailAdapter(InMemoryEmailAdapterBuilder builder) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        Optional<Mailbox> given = builder.findMailbox(problems);
        Optional<MessageFiles> files = builder.openDirectory(problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        ownsMailbox = given.isEmpty();
        mailbox = given.orElseGet(Mailbox::create);
        clock = builder.clock;
        farSide = new FarSide(mailbox, files, clock, builder.delay);
        capabilities = builder.capabilities;
        closeWait = builder.closeWait;
        events = new SimulatedEvents(log, clock, builder.listener);
        mailbox.join(this);
    }

    /** An adapter to this mailbox, with this clock. */
    public static InMemoryEmailAdapter of(Mailbox mailbox, InstantSource clock) {
        return builder().mailbox(mailbox).clock(clock).build();
    }

    /** Starts an adapter that differs from {@link #InMemoryEmailAdapter()}; not thread-safe. */
    public static InMemoryEmailAdapterBuilder builder() {
        return new InMemoryEmailAdapterBuilder();
    }

    /** The far side. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Queues answers behind those that are waiting; each serves one message that gets as far as the far side. */
    public void next(Answer... answers) {
        farSide.script().next(List.of(answers));
    }

    /** Queues one answer for so many messages. */
    public void failNext(int count, Answer answer) {
        farSide.script().next(Collections.nCopies(count, answer));
    }

    /** What the far side answers when no answer is queued; at first it accepts. */
    public void always(Answer answer) {
        farSide.script().always(answer);
    }

    /** Reports what became of messages after they were sent. */
    public SimulatedEvents events() {
        return events;
    }

    /**
     * What this adapter said last about each of the last 10,000 messages, in the order in which they were first sent.
     */
    public Map<MessageId, SendResult> results() {
        return log.lastResults();
    }

    /** The last 100 results of one message, oldest first; empty if it was not sent, or too long ago. */
    public List<SendResult> results(MessageId id) {
        return log.results(id);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SendResult send(EmailMessage message) {
        Objects.requireNonNull(message, "message");
        gate.enter();
        try {
            String providerId = NAME + "-" + sends.incrementAndGet();
            log.begin(message, providerId);
            SendResult result = capabilities
                    .exceededBy(message, clock.instant())
                    .<SendResult>map(exceeded -> new Rejected(Failure.unsupported(exceeded), List.of()))
                    .orElseGet(() -> farSide.send(message, providerId));
            log.end(message.id(), result);
            return result;
        } finally {
            gate.leave();
        }
    }

    /**
     * Waits for sends under way, at most 30 s unless built with another limit, and closes the mailbox if it is the
     * adapter's own; what arrived can still be looked at. Idempotent.
     *
     * @throws StoreException if a temporary file of the own mailbox cannot be deleted
     */
    @Override
    public void close() {
        gate.close();
        gate.awaitEmpty(closeWait);
        mailbox.leave(this);
        if (ownsMailbox) {
            mailbox.close();
        }
    }

    /** What it sends to. */
    @Override
    public String toString() {
        return "InMemoryEmailAdapter[" + mailbox + "]";
    }
}
