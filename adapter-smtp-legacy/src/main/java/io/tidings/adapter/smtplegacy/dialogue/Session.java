package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.DialogueException;
import io.tidings.adapter.smtplegacy.wire.Phase;
import io.tidings.adapter.smtplegacy.wire.Reply;
import io.tidings.adapter.smtplegacy.wire.Verdicts;
import io.tidings.adapter.smtplegacy.wire.Wire;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Limit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An open dialogue with a relay, ready for messages. For one thread at a time. */
public final class Session {

    /** So many replies wait in the buffers of any system while we still write (RFC 2920, 3.1). */
    private static final int MAX_BATCH = 50;

    private static final Duration QUIT_WAIT = Duration.ofSeconds(1);

    private final Relay relay;
    private final Wire wire;
    private final Extensions offered;
    private final boolean pipelining;
    private boolean transactionOpen;

    Session(Relay relay, Wire wire, Extensions offered) {
        this.relay = relay;
        this.wire = wire;
        this.offered = offered;
        pipelining = offered.offers("PIPELINING");
    }

    /** Whom it is with. */
    public Relay relay() {
        return relay;
    }

    /** Whether another message can be sent. */
    public boolean isUsable() {
        return !wire.isCut();
    }

    /** Whether the relay said something that it was not asked for, or ended the connection. Does not wait. */
    public boolean hasUnread() {
        return wire.hasUnread();
    }

    /** Asks the relay whether it is there. */
    public void check(Deadline deadline) throws DialogueException {
        wire.beginBefore(deadline);
        wire.enter(Phase.CHECK);
        Reply reply = wire.ask("NOOP");
        if (!reply.isPositive()) {
            wire.cut();
            throw wire.refused(reply);
        }
    }

    /**
     * Sends one message.
     *
     * @param deadline when all of it must be over
     * @throws DialogueException if no transaction came about, or nobody knows
     * @throws ContentException if the message could not be written; the connection is cut
     */
    public Transfer send(Envelope envelope, Content content, Deadline deadline)
            throws DialogueException, ContentException {
        wire.beginBefore(deadline);
        wire.enter(Phase.MAIL);
        requireCapable(content);
        boolean ended = false;
        try {
            Transfer transfer = transfer(envelope, content);
            ended = true;
            return transfer;
        } catch (DialogueException | ContentException e) {
            ended = true;
            throw e;
        } finally {
            if (!ended) {
                // An error in the middle of a dialogue: nobody knows what the relay expects next.
                wire.cut();
            }
        }
    }

    private Transfer transfer(Envelope envelope, Content content) throws DialogueException, ContentException {
        Recipients recipients = new Recipients();
        if (!begin(envelope, content, recipients)) {
            return recipients.transfer(false);
        }
        Reply reply = data(content);
        if (!reply.isPositive()) {
            throw wire.refused(reply);
        }
        return recipients.transfer(true);
    }

    private void requireCapable(Content content) throws DialogueException {
        if (content.needsSmtpUtf8() && !offered.offers("SMTPUTF8")) {
            throw new DialogueException(Phase.MAIL, Failure.unsupported(Feature.NON_ASCII_LOCAL_PARTS), false);
        }
        if (content.size() > offered.maxSize()) {
            throw new DialogueException(Phase.MAIL, Failure.unsupported(Limit.ENCODED_BYTES), false);
        }
    }

    /** Whether the relay waits for the message. */
    private boolean begin(Envelope envelope, Content content, Recipients recipients) throws DialogueException {
        boolean reset = transactionOpen;
        transactionOpen = true;
        if (reset) {
            wire.put("RSET");
            if (!pipelining) {
                wire.flush();
                requireReset(wire.read());
            }
        }
        wire.put(envelope.mail(offered, content));
        return pipelining ? inBatches(envelope, recipients, reset) : oneByOne(envelope, recipients);
    }

    private boolean oneByOne(Envelope envelope, Recipients recipients) throws DialogueException {
        wire.flush();
        require(wire.read());
        for (EmailAddress recipient : envelope.recipients()) {
            wire.enter(Phase.RCPT);
            recipients.add(recipient, answered(wire.ask(envelope.rcpt(recipient, offered))));
        }
        if (!recipients.anyTaken()) {
            return false;
        }
        wire.enter(Phase.DATA);
        requireGoAhead(wire.ask("DATA"));
        return true;
    }

    /** MAIL goes out with the first recipients and DATA with the last (RFC 2920). */
    private boolean inBatches(Envelope envelope, Recipients recipients, boolean reset) throws DialogueException {
        List<EmailAddress> all = envelope.recipients();
        Optional<DialogueException> refused = Optional.empty();
        for (int from = 0; from < all.size() && refused.isEmpty(); from += MAX_BATCH) {
            List<EmailAddress> batch = all.subList(from, Math.min(all.size(), from + MAX_BATCH));
            boolean isLast = from + MAX_BATCH >= all.size();
            for (EmailAddress recipient : batch) {
                wire.put(envelope.rcpt(recipient, offered));
            }
            if (isLast) {
                wire.put("DATA");
            }
            wire.flush();
            if (from == 0) {
                refused = replyToMail(reset);
            }
            wire.enter(Phase.RCPT);
            try {
                for (EmailAddress recipient : batch) {
                    recipients.add(recipient, answered(wire.read()));
                }
                if (isLast) {
                    wire.enter(Phase.DATA);
                    return goAhead(recipients, refused);
                }
            } catch (DialogueException e) {
                throw refused.isPresent() ? before(refused.get(), e) : e;
            }
        }
        throw refused.orElseThrow();
    }

    /** What the relay said no to counts, although it did not answer to all that was sent along with it. */
    private static DialogueException before(DialogueException refused, DialogueException later) {
        return new DialogueException(refused.phase(), refused.failure(), later.isGone());
    }

    /** Empty if it agrees. If it does not, the replies to what was sent along with it are still to come. */
    private Optional<DialogueException> replyToMail(boolean reset) throws DialogueException {
        if (reset) {
            requireReset(wire.read());
        }
        Reply reply = wire.read();
        if (reply.isPositive()) {
            return Optional.empty();
        }
        DialogueException refused = wire.refused(reply);
        if (wire.isCut()) {
            throw refused;
        }
        return Optional.of(refused);
    }

    private boolean goAhead(Recipients recipients, Optional<DialogueException> refused) throws DialogueException {
        if (refused.isPresent()) {
            leaveData();
            throw refused.get();
        }
        if (recipients.anyTaken()) {
            requireGoAhead(wire.read());
            return true;
        }
        try {
            leaveData();
        } catch (DialogueException e) {
            // Everybody was refused: it does not matter that the relay said no more than that.
            wire.cut();
        }
        return false;
    }

    private void leaveData() throws DialogueException {
        Reply reply = wire.read();
        if (reply.isIntermediate()) {
            // It waits for a message to nobody (RFC 2920, 3.1), so it gets an empty one.
            wire.ask(".");
            transactionOpen = false;
        } else if (reply.endsSession()) {
            wire.cut();
        }
    }

    private Reply data(Content content) throws DialogueException, ContentException {
        DataStream data = new DataStream(wire);
        try {
            content.write(data);
        } catch (IOException | RuntimeException e) {
            // What the relay has so far is no message without the final dot.
            wire.cut();
            data.rethrow();
            throw new ContentException();
        }
        data.finish();
        transactionOpen = false;
        return wire.read();
    }

    /** A relay that does not forget the message before ends the session: it is not this message's fault. */
    private void requireReset(Reply reply) throws DialogueException {
        if (!reply.isPositive()) {
            wire.cut();
            throw new DialogueException(Phase.MAIL, Verdicts.of(Phase.MAIL, FailureReason.PROTOCOL_ERROR), true);
        }
    }

    private void require(Reply reply) throws DialogueException {
        if (!reply.isPositive()) {
            throw wire.refused(reply);
        }
    }

    private void requireGoAhead(Reply reply) throws DialogueException {
        if (reply.code() != 354) {
            throw wire.refused(reply);
        }
    }

    /** A reply to RCPT: yes or no for this recipient, and not more. */
    private Reply answered(Reply reply) throws DialogueException {
        if (reply.endsSession() || reply.isIntermediate()) {
            throw wire.refused(reply);
        }
        return reply;
    }

    /** Takes leave without waiting for an answer. */
    public void quit() {
        wire.beginBefore(Deadline.after(QUIT_WAIT));
        try {
            wire.put("QUIT");
            wire.flush();
        } catch (DialogueException e) {
            // The relay has left already.
            return;
        } finally {
            wire.cut();
        }
    }

    /** Ends the connection without a word. */
    public void cut() {
        wire.cut();
    }
}
