package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.broadcast.Broadcasts;
import io.tidings.adapter.smtplegacy.dialogue.Connector;
import io.tidings.adapter.smtplegacy.dialogue.Content;
import io.tidings.adapter.smtplegacy.dialogue.Envelope;
import io.tidings.adapter.smtplegacy.dkim.DkimSigner;
import io.tidings.adapter.smtplegacy.options.EnvelopeOptions;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.pool.SessionPool;
import io.tidings.adapter.smtplegacy.tls.TlsClient;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.Watchdog;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.mime.MimeWriter;
import io.tidings.spi.Gate;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Hands messages to an SMTP relay (RFC 5321), over connections that are kept for the next message. Thread-safe.
 *
 * <p>Several relays are tried in order until one takes the message, or it may have taken it. A relay that ends a
 * connection which was idle costs nothing: a new one takes its place. Once the final dot is on its way, nothing is sent
 * a second time, whatever happens.
 *
 * <p>{@link #sendAll} uses as many connections at once as the relay grants, up to the most that are configured. Once
 * the relays prove to be gone, the rest is {@code Deferred} without attempts, so that a fail-over can turn to another
 * provider: after an {@code Unconfirmed} message, a refused account, or three messages in a row that no relay could be
 * reached for. Nobody loses a result through what another message does, or throws: then only that one is
 * {@code Unconfirmed}. An interrupt lets nothing begin any more, and the rest is {@code Deferred}, too.
 */
public final class SmtpLegacyEmailAdapter implements EmailPort {

    /** Under which it is configured and reports its results. */
    public static final String NAME = "smtp-legacy";

    private final InstantSource clock;
    private final Capabilities capabilities;
    private final EnvelopeOptions options;
    private final TimeLimits times;
    private final RelayOrder order;
    private final SessionPool pool;
    private final Watchdog watchdog;
    private final Connector connector;
    private final Format format;
    private final Broadcasts broadcasts;
    private final Gate gate = Gate.ofAdapter();
    private volatile boolean closing;

    /** With the system's clock. */
    @Inject
    public SmtpLegacyEmailAdapter(SmtpLegacyConfig config) {
        this(config, InstantSource.system());
    }

    /** @param clock gives the {@code Date} of messages and the times of attempts */
    public SmtpLegacyEmailAdapter(SmtpLegacyConfig config, InstantSource clock) {
        this(config, clock, System::nanoTime);
    }

    /** @param nanoTime by which connections grow old, and relays get another chance */
    SmtpLegacyEmailAdapter(SmtpLegacyConfig config, InstantSource clock, LongSupplier nanoTime) {
        this.clock = Objects.requireNonNull(clock, "clock");
        options = config.envelope();
        times = config.times();
        Capabilities all = AnnotationHeaders.capabilities(
                Capabilities.unlimited().without(Feature.SCHEDULED_SENDING), options.annotations());
        capabilities = options.smtpUtf8() ? all : all.without(Feature.NON_ASCII_LOCAL_PARTS);
        int port = config.tls().defaultPort();
        order = new RelayOrder(
                config.relays().stream()
                        .map(relay -> relay.withDefaultPort(port))
                        .toList(),
                nanoTime);
        pool = new SessionPool(config.pool(), nanoTime);
        watchdog = new Watchdog(shortest(times.read(), times.write()), pool::sweep);
        connector = new Connector(
                config.tls(), TlsClient.trusting(config.ca()), config.login(), config.ehloName(), times, watchdog);
        MimeWriter writer = new MimeWriter(clock);
        Optional<DkimSigner> signer = config.dkim().map(dkim -> new DkimSigner(dkim, clock));
        format = message -> {
            Content content = new MimeContent(writer.encode(AnnotationHeaders.apply(message, options.annotations())));
            return signer.isPresent() ? signer.get().sign(content) : content;
        };
        broadcasts = new Broadcasts(NAME, config.pool().maxConnections(), this::sendIfStillWanted, () -> closing);
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
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
        return gate.pass(() -> sendIfPossible(message));
    }

    @Override
    public List<SendResult> sendAll(List<EmailMessage> messages) {
        List<EmailMessage> all = List.copyOf(messages);
        return gate.pass(() -> broadcasts.send(all));
    }

    /** In a broadcast a message may have waited for long. */
    private SendResult sendIfStillWanted(EmailMessage message) {
        Instant now = clock.instant();
        boolean expired =
                message.expiry().filter(expiry -> !now.isBefore(expiry)).isPresent();
        return expired
                ? new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.EXPIRED), List.of())
                : sendIfPossible(message);
    }

    private SendResult sendIfPossible(EmailMessage message) {
        return capabilities
                .exceededBy(message, clock.instant())
                .or(() -> AnnotationHeaders.exceededBy(message, options.annotations()))
                .<SendResult>map(exceeded -> new Rejected(Failure.unsupported(exceeded), List.of()))
                .orElseGet(() -> sendInTurn(message));
    }

    private SendResult sendInTurn(EmailMessage message) {
        Deadline deadline = Deadline.after(times.send());
        Attempts attempts = new Attempts(clock);
        Attempts.Timer timer = attempts.begin();
        try {
            if (!pool.enter(deadline.orAfter(times.claim()).left())) {
                return notSent(attempts, timer, FailureReason.POOL_EXHAUSTED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notSent(attempts, timer, FailureReason.INTERRUPTED);
        }
        try {
            String sender = options.senderOf(message.id(), message.from());
            Envelope envelope = new Envelope(message.id(), sender, message.recipients(), options.dsn());
            return new Sending(order, pool, connector, attempts, envelope, format.of(message), deadline).run();
        } catch (IOException e) {
            // Only what is signed is read before a relay is asked.
            timer.end(Attempts.UNREADABLE);
            return attempts.ended(Attempts.UNREADABLE);
        } finally {
            pool.leave();
        }
    }

    private static SendResult notSent(Attempts attempts, Attempts.Timer timer, FailureReason reason) {
        Failure failure = Failure.of(Verdict.TRANSPORT, reason);
        timer.end(failure);
        return attempts.ended(failure);
    }

    /**
     * Waits for messages under way, at most as long as a send may take, then takes leave of the relays. Messages of a
     * broadcast that have not been begun with are {@code Deferred}. Idempotent.
     */
    @Override
    public void close() {
        closing = true;
        gate.close();
        gate.awaitEmpty(times.send());
        pool.close();
        watchdog.close();
    }

    /** How messages are written. */
    @FunctionalInterface
    private interface Format {
        Content of(EmailMessage message) throws IOException;
    }

    /** Its name. */
    @Override
    public String toString() {
        return "SmtpLegacyEmailAdapter";
    }
}
