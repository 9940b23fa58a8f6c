package io.tidings.adapter.inmemory;

import io.tidings.adapter.inmemory.internal.MessageFiles;
import io.tidings.adapter.inmemory.internal.Spool;
import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.adapter.inmemory.script.Delay;
import io.tidings.adapter.inmemory.script.Script;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.error.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conversation about one message: reads it, answers by the script, and puts into the mailbox what arrives. */
final class FarSide {

    private static final Failure OUT_OF_SERVICE = Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE);
    private static final Failure INTERRUPTED = Failure.of(Verdict.TRANSPORT, FailureReason.INTERRUPTED);

    private final Mailbox mailbox;
    private final Optional<MessageFiles> files;
    private final InstantSource clock;
    private final Delay delay;
    private final Script script = new Script();

    FarSide(Mailbox mailbox, Optional<MessageFiles> files, InstantSource clock, Delay delay) {
        this.mailbox = mailbox;
        this.files = files;
        this.clock = clock;
        this.delay = delay;
    }

    Script script() {
        return script;
    }

    SendResult send(EmailMessage message, String providerId) {
        Instant start = clock.instant();
        List<Attachment> read;
        try {
            read = mailbox.spool().keep(message.attachments());
        } catch (Spool.UnreadableException e) {
            // A source that an interrupt stopped may well be readable the next time.
            return Thread.currentThread().isInterrupted()
                    ? failed(INTERRUPTED, start)
                    : new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT), List.of());
        } catch (StoreException e) {
            return failed(OUT_OF_SERVICE, start);
        }
        return converse(message.toBuilder().attachments(read).build(), providerId, start);
    }

    /** From here on, what was read is either kept by the mailbox or deleted. */
    private SendResult converse(EmailMessage message, String providerId, Instant start) {
        boolean kept = false;
        try {
            Answer answer = script.take();
            if (!hasPassed(answer.delay())) {
                return failed(INTERRUPTED, start);
            }
            Map<EmailAddress, Failure> refused = new LinkedHashMap<>(answer.refused());
            refused.keySet().retainAll(message.recipients());
            List<EmailAddress> envelope = message.recipients().stream()
                    .filter(recipient -> !refused.containsKey(recipient))
                    .toList();
            if (envelope.isEmpty()) {
                return allRefused(refused, start);
            }
            if (answer.received()) {
                Optional<Failure> trouble = deliver(new ReceivedEmail(message, envelope, clock.instant()));
                if (trouble.isPresent()) {
                    return failed(trouble.get(), start);
                }
                kept = true;
            }
            return answer.outcome()
                    .failure()
                    .map(failure -> failed(failure, start))
                    .orElseGet(() -> new Accepted(
                            InMemoryEmailAdapter.NAME, providerId, refused, attempt(Outcome.accepted(), start)));
        } finally {
            if (!kept) {
                Spool.discard(message.attachments());
            }
        }
    }

    private boolean hasPassed(Duration time) {
        try {
            if (!time.isZero()) {
                delay.pass(time);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Files first: they can be taken back, while what is in the mailbox has been seen. */
    private Optional<Failure> deliver(ReceivedEmail email) {
        List<Path> written = List.of();
        try {
            if (files.isPresent()) {
                written = files.get().write(email.message());
            }
            Optional<Failure> trouble = mailbox.receive(email);
            if (trouble.isPresent()) {
                MessageFiles.delete(written);
            }
            return trouble;
        } catch (IOException e) {
            return Optional.of(OUT_OF_SERVICE);
        }
    }

    private SendResult allRefused(Map<EmailAddress, Failure> refused, Instant start) {
        Failure deciding = SendResult.allRefused(refused, List.of()).problem().orElseThrow();
        return SendResult.allRefused(refused, attempt(deciding, start));
    }

    private SendResult failed(Failure failure, Instant start) {
        List<Attempt> attempts = attempt(failure, start);
        if (failure.verdict() == Verdict.UNKNOWN) {
            return new Unconfirmed(InMemoryEmailAdapter.NAME, failure, attempts);
        }
        return failure.verdict().result() == Rejected.class
                ? new Rejected(failure, attempts)
                : new Deferred(failure, attempts);
    }

    /** A clock that was set back in between does not make the attempt negative. */
    private List<Attempt> attempt(Outcome outcome, Instant start) {
        Duration took = Duration.between(start, clock.instant());
        return List.of(
                new Attempt(InMemoryEmailAdapter.NAME, outcome, start, took.isNegative() ? Duration.ZERO : took));
    }
}
