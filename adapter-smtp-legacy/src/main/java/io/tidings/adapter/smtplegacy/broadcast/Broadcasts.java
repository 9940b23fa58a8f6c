package io.tidings.adapter.smtplegacy.broadcast;

import io.tidings.email.EmailMessage;
import io.tidings.email.SendResult;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Sends many messages at once. The thread that calls works itself and has others help it, as many as there are further
 * connections, for all broadcasts together; they end with the call. Thread-safe.
 */
public final class Broadcasts {

    private final String provider;
    private final Function<EmailMessage, SendResult> sender;
    private final BooleanSupplier closed;
    private final Semaphore helpers;

    /**
     * @param provider the name of the adapter
     * @param maxConnections how many messages can be under way at once
     * @param sender sends one message; called by several threads
     * @param closed whether no further message must be begun
     */
    public Broadcasts(
            String provider, int maxConnections, Function<EmailMessage, SendResult> sender, BooleanSupplier closed) {
        this.provider = provider;
        this.sender = sender;
        this.closed = closed;
        helpers = new Semaphore(maxConnections - 1);
    }

    /** One result for each message, in their order; whatever the sender throws. */
    public List<SendResult> send(List<EmailMessage> messages) {
        return new Broadcast(this, messages).run();
    }

    String provider() {
        return provider;
    }

    Function<EmailMessage, SendResult> sender() {
        return sender;
    }

    boolean isClosed() {
        return closed.getAsBoolean();
    }

    Semaphore helpers() {
        return helpers;
    }
}
