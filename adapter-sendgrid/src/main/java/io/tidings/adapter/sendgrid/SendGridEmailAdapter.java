package io.tidings.adapter.sendgrid;

import io.tidings.adapter.sendgrid.http.HttpTransport;
import io.tidings.adapter.sendgrid.mail.Likeness;
import io.tidings.adapter.sendgrid.mail.MailLimits;
import io.tidings.adapter.sendgrid.mail.MailSendMapper;
import io.tidings.email.Capabilities;
import io.tidings.email.Constraint;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.spi.Gate;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends through Twilio SendGrid's v3 Web API (<a
 * href="https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send">Mail Send</a>). Thread-safe.
 *
 * <p>Messages given to {@link #sendAll} that differ only in recipients, id, idempotency key and headers share requests
 * of up to 1,000 recipients, and such a request's {@code Attempt} and provider id. Requests go one after the other;
 * when the account is refused, SendGrid asks to wait, or three in a row do not get through, what is left is deferred
 * without an attempt. Nothing is sent again that may have been sent.
 *
 * <p>SendGrid gets the message id as custom argument {@code tidings_id} and in the {@code Message-ID} header, tags as
 * categories and metadata as custom arguments; it keeps these for good.
 */
public final class SendGridEmailAdapter implements EmailPort {

    /** Under which it is configured and reports its results. */
    public static final String NAME = "sendgrid";

    private static final Capabilities CAPABILITIES = MailLimits.capabilities();

    private final InstantSource clock;
    private final HttpTransport transport;
    private final MailSendMapper mapper;
    private final Answers answers;
    private final Duration closeWait;
    private final Gate gate = Gate.ofAdapter();

    /** With the system's clock. */
    @Inject
    public SendGridEmailAdapter(SendGridConfig config) {
        this(config, InstantSource.system());
    }

    SendGridEmailAdapter(SendGridConfig config, InstantSource clock) {
        this.clock = clock;
        transport = new HttpTransport(SdkRequests.options(config));
        mapper = new MailSendMapper(
                config.sandbox(), config.tracking().opens(), config.tracking().clicks());
        answers = new Answers(config.sandbox());
        closeWait = config.timeLimits().request();
    }

    /** With another clock, for attempts, expiry and waits. */
    public static SendGridEmailAdapter of(SendGridConfig config, InstantSource clock) {
        return new SendGridEmailAdapter(config, Objects.requireNonNull(clock, "clock"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SendResult send(EmailMessage message) {
        return sendAll(List.of(message)).get(0);
    }

    @Override
    public List<SendResult> sendAll(List<EmailMessage> messages) {
        List<Parcel> parcels = messages.stream()
                .map(message -> new Parcel(Objects.requireNonNull(message, "message")))
                .toList();
        gate.enter();
        try {
            groups(parcels).forEach(new Broadcast(transport, mapper, answers, clock)::send);
        } finally {
            gate.leave();
        }
        return parcels.stream().map(Parcel::result).toList();
    }

    /** Those that can be sent, with those that are alike together. */
    private List<List<Parcel>> groups(List<Parcel> parcels) {
        Instant now = clock.instant();
        Map<Likeness, List<Parcel>> byLikeness = new LinkedHashMap<>();
        List<List<Parcel>> groups = new ArrayList<>();
        for (Parcel parcel : parcels) {
            problem(parcel.message(), now).ifPresent(parcel::failed);
            if (parcel.isDone()) {
                continue;
            }
            if (parcels.size() == 1 || Likeness.travelsAlone(parcel.message())) {
                groups.add(List.of(parcel));
                continue;
            }
            byLikeness
                    .computeIfAbsent(Likeness.of(parcel.message()), likeness -> {
                        List<Parcel> alike = new ArrayList<>();
                        groups.add(alike);
                        return alike;
                    })
                    .add(parcel);
        }
        return groups;
    }

    private static Optional<Failure> problem(EmailMessage message, Instant now) {
        try {
            Optional<Constraint> exceeded = CAPABILITIES.exceededBy(message, now);
            return exceeded.isPresent()
                    ? exceeded.map(Failure::unsupported)
                    : MailLimits.exceededBy(message).map(Failure::unsupported);
        } catch (RuntimeException e) {
            // Only an attachment's source runs code of others here, when it is asked for its size.
            return Optional.of(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT));
        }
    }

    /** Waits for sends under way, at most as long as a request may take, then breaks what is left. Idempotent. */
    @Override
    public void close() {
        gate.close();
        gate.awaitEmpty(closeWait);
        transport.close();
    }
}
