package io.tidings.email;

import java.util.ArrayList;
import java.util.List;

/**
 * Hands messages to a provider.
 *
 * <p>What an implementation owes its callers; {@code EmailPortContract} in the test kit checks each sentence:
 *
 * <ul>
 *   <li>It is thread-safe, and several sends may be under way at once.
 *   <li>It never throws for a delivery problem: whatever the far side does becomes a {@link SendResult}. It throws
 *       {@link NullPointerException} for a null argument and {@link IllegalStateException} after {@link #close()}.
 *   <li>A message that asks for more than {@link #capabilities()} grants is {@link Rejected} with
 *       {@link FailureReason#UNSUPPORTED} before anything is sent; nothing is dropped in silence.
 *   <li>Both bodies, every reply-to, every attachment byte for byte and names in any script arrive, and no recipient
 *       can learn of a blind-copy recipient.
 *   <li>An attachment whose {@link ContentSource#size()} turns out wrong aborts the send before hand-over: the result
 *       is {@link Rejected} and the far side has nothing.
 *   <li>A failure before hand-over is reported as not sent; after it, until a definite reply, as {@link Unconfirmed}.
 *       Hand-over begins with the write that completes the message.
 *   <li>Every result lists the attempts that were made, and nothing in it is text that came from outside.
 *   <li>Every wait is finite.
 * </ul>
 */
public interface EmailPort extends AutoCloseable {

    /**
     * The name under which it is configured and reports its attempts: 1 to 50 lower-case letters, digits and hyphens.
     */
    String name();

    /** What this adapter can carry. Constant for the life of the adapter. */
    Capabilities capabilities();

    /** Sends one message and says what became of it. */
    SendResult send(EmailMessage message);

    /**
     * Sends several messages, which an adapter may combine into fewer requests or send at the same time. Once the
     * provider proves to be gone, it may leave the rest {@link Deferred} without attempts.
     *
     * <p>By default sends one after the other. If {@link #send} throws at a later one than the first, because the
     * adapter was closed meanwhile or breaks its contract, that message is {@link Unconfirmed} and the results of the
     * others stand.
     *
     * @return one result for each message, in the order of the messages
     */
    default List<SendResult> sendAll(List<EmailMessage> messages) {
        List<SendResult> results = new ArrayList<>(messages.size());
        for (EmailMessage message : List.copyOf(messages)) {
            try {
                results.add(send(message));
            } catch (RuntimeException e) {
                if (results.isEmpty()) {
                    throw e;
                }
                // The results of the others must not be lost with this one; of this one nothing is known.
                Failure failure = Failure.of(Verdict.UNKNOWN, FailureReason.ADAPTER_FAILED);
                results.add(new Unconfirmed(name(), failure, List.of()));
            }
        }
        return List.copyOf(results);
    }

    /**
     * Hears that {@link #close()} will follow: from now on nothing waits for a better moment to be tried again. Sends
     * are still taken. Returns at once. By default does nothing.
     */
    default void prepareToClose() {}

    /**
     * Waits, within the adapter's finite limits, for what is under way, then releases connections and threads.
     * Idempotent.
     */
    @Override
    void close();
}
