package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.dialogue.Connector;
import io.tidings.adapter.smtplegacy.dialogue.Content;
import io.tidings.adapter.smtplegacy.dialogue.ContentException;
import io.tidings.adapter.smtplegacy.dialogue.Envelope;
import io.tidings.adapter.smtplegacy.dialogue.Transfer;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.pool.PooledSession;
import io.tidings.adapter.smtplegacy.pool.SessionPool;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.DialogueException;
import io.tidings.email.Accepted;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One message on its way to one of the relays. Serves one send. */
final class Sending {

    private final RelayOrder order;
    private final SessionPool pool;
    private final Connector connector;
    private final Attempts attempts;
    private final Envelope envelope;
    private final Content content;
    private final Deadline deadline;
    private final Map<EmailAddress, Failure> refused = new LinkedHashMap<>();
    private boolean accepted;

    Sending(
            RelayOrder order,
            SessionPool pool,
            Connector connector,
            Attempts attempts,
            Envelope envelope,
            Content content,
            Deadline deadline) {
        this.order = order;
        this.pool = pool;
        this.connector = connector;
        this.attempts = attempts;
        this.envelope = envelope;
        this.content = content;
        this.deadline = deadline;
    }

    SendResult run() {
        List<EmailAddress> left = envelope.recipients();
        while (!left.isEmpty()) {
            try {
                Transfer transfer = transfer(envelope.to(left));
                accepted |= transfer.accepted();
                refused.putAll(transfer.refused());
                left = transfer.left();
            } catch (DialogueException e) {
                return ended(e.failure(), left);
            } catch (ContentException e) {
                return ended(Attempts.UNREADABLE, left);
            }
        }
        return accepted
                ? new Accepted(SmtpLegacyEmailAdapter.NAME, "", refused, attempts.all())
                : SendResult.allRefused(refused, attempts.all());
    }

    /** The result when a transaction failed as a whole, for the recipients who are left. */
    private SendResult ended(Failure failure, List<EmailAddress> left) {
        if (failure.verdict() == Verdict.UNKNOWN) {
            Set<EmailAddress> served = new LinkedHashSet<>(envelope.recipients());
            served.removeAll(refused.keySet());
            left.forEach(served::remove);
            return new Unconfirmed(SmtpLegacyEmailAdapter.NAME, failure, served, refused, attempts.all());
        }
        if (!accepted) {
            return attempts.ended(failure);
        }
        // The others have the message, and must not get it again with the next attempt.
        boolean forGood = failure.verdict() == Verdict.MESSAGE;
        Verdict verdict = forGood ? Verdict.RECIPIENT_PERMANENT : Verdict.RECIPIENT_TEMPORARY;
        Failure each = new Failure(verdict, reason(failure), failure.status(), Optional.empty());
        left.forEach(recipient -> refused.put(recipient, each));
        return new Accepted(SmtpLegacyEmailAdapter.NAME, "", refused, attempts.all());
    }

    /** Which feature was missing does not fit into what is said about a recipient. */
    private static FailureReason reason(Failure failure) {
        return failure.exceeded().isPresent() ? FailureReason.INVALID_MESSAGE : failure.reason();
    }

    private Transfer transfer(Envelope part) throws DialogueException, ContentException {
        List<Relay> relays = order.now();
        Optional<DialogueException> before = Optional.empty();
        for (int i = 0; ; i++) {
            Relay relay = relays.get(i);
            Attempts.Timer timer = attempts.begin();
            try {
                Transfer transfer = over(relay, part);
                timer.end(outcome(transfer));
                order.worked(relay);
                return transfer;
            } catch (DialogueException e) {
                timer.end(e.failure());
                order.failed(relay, e);
                // What one relay cannot carry, one that is out of order now may carry later.
                DialogueException telling = isUnsupported(e.failure()) ? before.orElse(e) : e;
                if (i + 1 == relays.size() || deadline.isOver() || !mayWorkElsewhere(e.failure())) {
                    throw telling;
                }
                before = Optional.of(telling);
            } catch (ContentException e) {
                timer.end(Attempts.UNREADABLE);
                throw e;
            }
        }
    }

    private static Outcome outcome(Transfer transfer) {
        return transfer.accepted()
                ? Outcome.accepted()
                : SendResult.allRefused(transfer.refused(), List.of()).problem().orElseThrow();
    }

    private static boolean mayWorkElsewhere(Failure failure) {
        return switch (failure.verdict().remedy()) {
            case SWITCH_PROVIDER, RETRY_THEN_SWITCH -> true;
            default -> isUnsupported(failure);
        };
    }

    private static boolean isUnsupported(Failure failure) {
        return failure.reason() == FailureReason.UNSUPPORTED;
    }

    /**
     * A session that was kept may have been ended by the relay meanwhile. Until the message was handed over, that is no
     * failure: a new session takes its place.
     */
    private Transfer over(Relay relay, Envelope part) throws DialogueException, ContentException {
        Optional<PooledSession> kept = pool.take(relay, deadline);
        if (kept.isPresent()) {
            try {
                return on(kept.get(), part);
            } catch (DialogueException e) {
                if (!e.isGone()) {
                    throw e;
                }
                pool.drop(relay);
            }
        }
        return on(pool.adopt(connector.open(relay, deadline)), part);
    }

    private Transfer on(PooledSession pooled, Envelope part) throws DialogueException, ContentException {
        try {
            return pooled.session().send(part, content, deadline);
        } finally {
            pool.giveBack(pooled);
        }
    }
}
