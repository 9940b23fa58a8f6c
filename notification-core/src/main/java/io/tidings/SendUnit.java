package io.tidings;

import io.tidings.delivery.Fingerprint;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One message on its way through the notifier. Used by one thread at a time. */
final class SendUnit {

    private final MessageId id;
    private final String template;
    private final List<EmailAddress> recipients;
    private final Supplier<Fingerprint> fingerprint;
    private final Instant start;

    private @Nullable EmailMessage original;
    private @Nullable EmailMessage outgoing;
    private @Nullable SendResult result;
    private @Nullable Receipt repeated;

    private SendUnit(
            MessageId id,
            String template,
            List<EmailAddress> recipients,
            Supplier<Fingerprint> fingerprint,
            Instant start) {
        this.id = id;
        this.template = template;
        this.recipients = recipients;
        this.fingerprint = fingerprint;
        this.start = start;
    }

    /** A message that was rendered. */
    static SendUnit of(EmailMessage message, Supplier<Fingerprint> fingerprint, Instant start) {
        SendUnit unit = new SendUnit(message.id(), message.template(), message.recipients(), fingerprint, start);
        unit.original = message;
        unit.outgoing = message;
        return unit;
    }

    /** A message that could not be made. */
    static SendUnit failed(
            String template,
            List<EmailAddress> recipients,
            Supplier<Fingerprint> fingerprint,
            Instant start,
            SendResult result) {
        SendUnit unit = new SendUnit(MessageId.random(), template, recipients, fingerprint, start);
        unit.result = result;
        return unit;
    }

    /**
     * The same message, on its way once more, to those who may not have it.
     *
     * @param separateEnvelope whether the adapter's envelope can name fewer recipients than the headers
     */
    SendUnit again(Instant now, boolean separateEnvelope) {
        EmailMessage message = original();
        if (result instanceof Unconfirmed unconfirmed) {
            message = Remainder.of(message, unconfirmed, separateEnvelope);
        }
        SendUnit unit = new SendUnit(id, template, recipients, fingerprint, now);
        unit.original = message;
        unit.outgoing = message;
        return unit;
    }

    /** What the send is about; made anew for each call, as only sends with a key need it. */
    Fingerprint fingerprint() {
        return fingerprint.get();
    }

    Instant start() {
        return start;
    }

    /** Whether nothing has decided yet what becomes of it. */
    boolean isOpen() {
        return result == null && repeated == null;
    }

    /** As the application gave it; only for a unit that was rendered. */
    EmailMessage original() {
        return given(original);
    }

    /** As it leaves: another one than the original if it is redirected. */
    EmailMessage outgoing() {
        return given(outgoing);
    }

    void redirect(EmailMessage message) {
        outgoing = message;
    }

    void end(SendResult how) {
        result = how;
    }

    /** It was sent before, or somebody else is sending it: that receipt is the answer. */
    void repeat(Receipt receipt) {
        repeated = receipt;
    }

    boolean isRepeated() {
        return repeated != null;
    }

    /** Those whom the message leaves to, or would have. */
    List<EmailAddress> recipients() {
        return outgoing == null ? recipients : outgoing.recipients();
    }

    /** Those of whom nobody knows whether they have it. */
    List<EmailAddress> inDoubt() {
        return result instanceof Unconfirmed unconfirmed
                ? recipients().stream()
                        .filter(each -> !unconfirmed.served().contains(each)
                                && !unconfirmed.refused().containsKey(each))
                        .toList()
                : List.of();
    }

    Optional<IdempotencyKey> idempotencyKey() {
        return original == null ? Optional.empty() : original.idempotencyKey();
    }

    /** With whom the idempotency key counts: the original recipient, also if the message is redirected. */
    EmailAddress keyedRecipient() {
        return recipients.get(0);
    }

    SendResult result() {
        if (result == null) {
            throw new IllegalStateException("The send has not ended");
        }
        return result;
    }

    Receipt receipt() {
        return repeated != null ? repeated : new Receipt(id, template, result());
    }

    private static EmailMessage given(@Nullable EmailMessage message) {
        if (message == null) {
            throw new IllegalStateException("The message could not be made");
        }
        return message;
    }
}
