package io.tidings;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.EmailMessage;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.error.ConfigurationException;
import io.tidings.error.IdempotencyConflictException;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.NoSuchMessageException;
import io.tidings.error.NotifierClosedException;
import io.tidings.error.StoreException;
import io.tidings.spi.Settings;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Tells people what happened. Thread-safe; an application has one and closes it when it ends.
 *
 * <p>Every send ends in a {@link Receipt}: also if the template fails, the recipient is suppressed, the provider is
 * down or the answer is lost. What is thrown is a mistake in the call: {@link InvalidArgumentException},
 * {@link IdempotencyConflictException}, {@link NotifierClosedException}; and {@link NullPointerException} for a null
 * argument.
 *
 * <p>In this order a send is rendered, held against the allowed recipients and the suppression list, redirected, held
 * against what the adapter can carry and against its idempotency key, handed to the adapter, and logged.
 */
public interface Notifier extends AutoCloseable {

    /**
     * A notifier whose adapters are found on the class path and chosen by configuration.
     *
     * @throws ConfigurationException with every problem that was found
     */
    static Notifier configuredBy(Settings settings) {
        return builder().settings(settings).build();
    }

    /** Starts a notifier that is put together piece by piece; not thread-safe. */
    static NotifierBuilder builder() {
        return new NotifierBuilder();
    }

    /** Tells one recipient. */
    default Receipt send(Notification notification, Recipient recipient) {
        return send(notification, recipient, SendOptions.none());
    }

    /** Tells one recipient, with options for this send. */
    Receipt send(Notification notification, Recipient recipient, SendOptions options);

    /**
     * Tells several recipients, each by a message of their own. The notification is rendered once for each locale and
     * zone among them.
     *
     * @param options without cc and bcc, who would get every message
     * @return one receipt for each recipient, in their order
     */
    List<Receipt> sendAll(Notification notification, List<Recipient> recipients, SendOptions options);

    /**
     * Tells one recipient by another thread. The arguments are read now, and mistakes in them thrown now.
     *
     * @param executor runs the send; if it refuses, the receipt says so
     * @return ends with the receipt; or with {@link IdempotencyConflictException}
     */
    CompletionStage<Receipt> sendAsync(
            Notification notification, Recipient recipient, SendOptions options, Executor executor);

    /**
     * Sends a message that is already rendered, with the same guards. Its idempotency key, if any, counts with the
     * first of its {@code to} recipients.
     */
    Receipt send(EmailMessage message);

    /**
     * Records what a provider reported about a message: in the suppression list, in the delivery log, and to the
     * listeners. For webhooks and bounce mailboxes. A redelivery changes nothing.
     *
     * <p>Hard bounces, complaints, unsubscribes and what a provider dropped for one of these put the recipient on the
     * suppression list, soft bounces after {@code tidings.suppression.soft-bounces} messages in a row; a new
     * subscription lifts the unsubscribe from its group. An event that is not {@link DeliveryEvent#authentic()} counts
     * only for a message that the delivery log knows to have gone to that recipient, since anybody can write to a
     * bounce mailbox; any other is only logged.
     *
     * @throws StoreException if it could not be stored; let the provider report it again
     */
    void record(DeliveryEvent event);

    /** What became of the messages: their timelines, where each is, and those that bounced. */
    DeliveryLog deliveryLog();

    /** Who is not to be written to, to look at and to lift. */
    SuppressionList suppressionList();

    /**
     * The messages of this notifier that ended {@link io.tidings.email.Unconfirmed} and that nobody has resolved,
     * oldest first; at most 1,000. They are not sent again until an operator says so.
     */
    List<UnconfirmedMessage> unconfirmed();

    /**
     * Sends an unconfirmed message once more, with the same id, at the risk that it arrives twice. It stays among the
     * unconfirmed ones unless it is now accepted.
     *
     * <p>It goes only to those who may not have it yet, as far as the {@link io.tidings.email.Unconfirmed} result
     * knows. If the adapter cannot leave the others out ({@link io.tidings.email.Feature#SEPARATE_ENVELOPE}), it is
     * refused as unsupported, and nobody gets it.
     *
     * @return what became of it this time, for those whom it went to
     * @throws NoSuchMessageException if it is not among the unconfirmed ones
     */
    Receipt resend(MessageId id);

    /**
     * As {@link #resend(MessageId)}, for every unconfirmed message with that key, whoever its recipient: a key is the
     * name of one thing that happened, of which several people may have been told.
     *
     * @return what became of each this time, at least one, in the order in which they were listed
     * @throws NoSuchMessageException if the key is not among those of the unconfirmed messages
     */
    List<Receipt> resend(IdempotencyKey key);

    /**
     * Leaves an unconfirmed message as it is. Its idempotency key, if any, stays taken, so that it is not sent again.
     *
     * @return its receipt
     * @throws NoSuchMessageException if it is not among the unconfirmed ones
     */
    Receipt abandon(MessageId id);

    /**
     * As {@link #abandon(MessageId)}, for every unconfirmed message with that key, whoever its recipient.
     *
     * @return their receipts, at least one, in the order in which they were listed
     * @throws NoSuchMessageException if the key is not among those of the unconfirmed messages
     */
    List<Receipt> abandon(IdempotencyKey key);

    /**
     * Refuses new sends and reports, waits for sends under way (asynchronous ones included) for at most 180 s, and
     * closes the adapters and listeners. Meanwhile nothing waits for another attempt. A send that an executor has not
     * begun by then ends deferred. Idempotent; a second call does not wait for the first.
     *
     * <p>Bounded: those 180 s, then what the adapter's own {@code close} takes for sends that are still under way, then
     * 5 s for their reports and 5 s for each listener. Without such sends and slow listeners it returns at once. An
     * interrupt ends the waiting, not the closing. Each part is closed whatever the others throw; what the first of
     * them threw is thrown, with the rest suppressed.
     *
     * <p>A listener that has not caught up is interrupted, and what it has not heard is left out with a warning. No
     * thread that the notifier or its adapter started goes on, but for that of a listener which ignores the interrupt.
     */
    @Override
    void close();
}
