package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.Accepted;
import io.tidings.email.Content;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.NotifierClosedException;
import io.tidings.spi.Gate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplateModel;
import io.tidings.template.TemplatePort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The notifier's doors: makes messages from notifications and sends them down the pipeline, as long as it is open. */
final class DefaultNotifier implements Notifier {

    /** No wait of the notifier's own is longer; the same as the longest send. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LAST_REPORTS = Duration.ofSeconds(5);

    private final EmailPort emailPort;
    private final TemplatePort templatePort;
    private final Defaults defaults;
    private final Pipeline pipeline;
    private final Reporter reporter;
    private final DeliveryLog deliveryLog;
    private final SuppressionList suppressionList;
    private final InstantSource clock;
    private final UnconfirmedMessages unconfirmed = new UnconfirmedMessages();
    private final AsyncSends asyncSends = new AsyncSends();
    private final Gate gate = new Gate(NotifierClosedException::new);

    DefaultNotifier(
            EmailPort emailPort,
            TemplatePort templatePort,
            Defaults defaults,
            Guards guards,
            IdempotentSends idempotentSends,
            Reporter reporter,
            DeliveryLog deliveryLog,
            SuppressionList suppressionList,
            InstantSource clock) {
        this.emailPort = emailPort;
        this.templatePort = templatePort;
        this.defaults = defaults;
        this.reporter = reporter;
        this.deliveryLog = deliveryLog;
        this.suppressionList = suppressionList;
        this.clock = clock;
        this.pipeline = new Pipeline(emailPort, guards, idempotentSends, reporter, unconfirmed, clock);
    }

    @Override
    public Receipt send(Notification notification, Recipient recipient, SendOptions options) {
        return gate.pass(() -> send(new Telling(notification, options), List.of(recipient)))
                .get(0);
    }

    @Override
    public List<Receipt> sendAll(Notification notification, List<Recipient> recipients, SendOptions options) {
        if (!options.cc().isEmpty() || !options.bcc().isEmpty()) {
            throw new InvalidArgumentException("options", "must not have cc or bcc, who would get every message");
        }
        return gate.pass(() -> send(new Telling(notification, options), List.copyOf(recipients)));
    }

    private List<Receipt> send(Telling telling, List<Recipient> recipients) {
        return pipeline.send(telling.units(recipients));
    }

    @Override
    public CompletionStage<Receipt> sendAsync(
            Notification notification, Recipient recipient, SendOptions options, Executor executor) {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(executor, "executor");
        gate.enter();
        Telling telling;
        try {
            telling = new Telling(notification, options);
            telling.requireNotCopiedTo(recipient);
        } catch (RuntimeException e) {
            gate.leave();
            throw e;
        }
        return asyncSends.start(
                () -> send(telling, List.of(recipient)).get(0),
                () -> pipeline.send(List.of(telling.notBegun(recipient))).get(0),
                executor,
                gate::leave);
    }

    @Override
    public Receipt send(EmailMessage message) {
        return gate.pass(() -> {
            SendUnit unit = SendUnit.of(message, () -> Fingerprints.of(message), clock.instant());
            return pipeline.send(List.of(unit)).get(0);
        });
    }

    @Override
    public void record(DeliveryEvent event) {
        gate.pass(() -> {
            reporter.reported(event);
            return event;
        });
    }

    @Override
    public DeliveryLog deliveryLog() {
        return deliveryLog;
    }

    @Override
    public SuppressionList suppressionList() {
        return suppressionList;
    }

    @Override
    public List<UnconfirmedMessage> unconfirmed() {
        return unconfirmed.list();
    }

    @Override
    public Receipt resend(MessageId id) {
        return gate.pass(() -> resend(List.of(unconfirmed.take(id)))).get(0);
    }

    @Override
    public List<Receipt> resend(IdempotencyKey key) {
        return gate.pass(() -> resend(unconfirmed.take(key)));
    }

    private List<Receipt> resend(List<SendUnit> held) {
        Instant now = clock.instant();
        boolean separateEnvelope = emailPort.capabilities().features().contains(Feature.SEPARATE_ENVELOPE);
        List<SendUnit> again =
                held.stream().map(unit -> unit.again(now, separateEnvelope)).toList();
        List<SendUnit> stillHeld = new ArrayList<>(held);
        try {
            List<Receipt> receipts = pipeline.sendAgain(again);
            for (int i = 0; i < receipts.size(); i++) {
                SendResult result = receipts.get(i).result();
                // Unconfirmed once more, it is held anew by the pipeline.
                if (result instanceof Accepted || result instanceof Unconfirmed) {
                    stillHeld.remove(held.get(i));
                }
            }
            return receipts;
        } finally {
            stillHeld.forEach(unconfirmed::hold);
        }
    }

    @Override
    public Receipt abandon(MessageId id) {
        return unconfirmed.take(id).receipt();
    }

    @Override
    public List<Receipt> abandon(IdempotencyKey key) {
        return unconfirmed.take(key).stream().map(SendUnit::receipt).toList();
    }

    @Override
    public void close() {
        if (!gate.close()) {
            return;
        }
        try (reporter) {
            // The adapter is closed first; each whatever the others do.
            try (templatePort;
                    emailPort) {
                finishSends();
            } finally {
                // What the adapter ended just now is still reported.
                gate.awaitEmpty(LAST_REPORTS);
            }
        }
    }

    private void finishSends() {
        try {
            emailPort.prepareToClose();
        } finally {
            gate.awaitEmpty(PATIENCE);
            asyncSends.endWaiting();
        }
    }

    /** One notification, read when the application gave it, whenever it is rendered. */
    private final class Telling {

        private final TemplateId template;
        private final Map<String, Object> model;
        private final SendOptions options;
        private final Instant start = clock.instant();

        Telling(Notification notification, SendOptions options) {
            this.template = notification.template();
            this.model = TemplateModel.of(notification);
            this.options = Objects.requireNonNull(options, "options");
        }

        /** A mistake in the call is thrown by the call, also if another thread sends. */
        void requireNotCopiedTo(Recipient recipient) {
            if (options.cc().contains(recipient.address()) || options.bcc().contains(recipient.address())) {
                throw new InvalidArgumentException("recipients", "must not name an address twice");
            }
        }

        List<SendUnit> units(List<Recipient> recipients) {
            Renderer renderer = new Renderer(templatePort, template, model);
            List<SendUnit> units = new ArrayList<>(recipients.size());
            for (Recipient recipient : recipients) {
                units.add(unit(recipient.address(), renderer.render(recipient)));
            }
            return units;
        }

        SendUnit notBegun(Recipient recipient) {
            Failure failure = Failure.of(Verdict.TRANSPORT, FailureReason.EXECUTOR_REJECTED);
            return failed(recipient.address(), new Deferred(failure, List.of()));
        }

        private SendUnit unit(EmailAddress recipient, Renderer.Rendering rendering) {
            return rendering
                    .content()
                    .map(content -> SendUnit.of(message(recipient, content), () -> fingerprint(recipient), start))
                    .orElseGet(() -> failed(recipient, rendering.rejected().orElseThrow()));
        }

        private SendUnit failed(EmailAddress recipient, SendResult result) {
            return SendUnit.failed(template.value(), List.of(recipient), () -> fingerprint(recipient), start, result);
        }

        private Fingerprint fingerprint(EmailAddress recipient) {
            return Fingerprints.of(template.value(), model, recipient, options.attachments());
        }

        private EmailMessage message(EmailAddress recipient, Content content) {
            return EmailMessage.builder()
                    .template(template.value())
                    .from(options.from().orElse(defaults.from()))
                    .replyTo(options.replyTo().isEmpty() ? defaults.replyTo() : options.replyTo())
                    .to(recipient)
                    .cc(options.cc())
                    .bcc(options.bcc())
                    .content(content)
                    .attachments(options.attachments())
                    .headers(options.headers())
                    .tags(options.tags())
                    .metadata(options.metadata())
                    .idempotencyKey(options.idempotencyKey())
                    .sendAt(options.sendAt())
                    .expiry(options.expiry())
                    .purpose(options.purpose())
                    .build();
        }
    }
}
