package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;

/** What a reply, or the lack of one, means at each step. */
final class Verdicts {

    private Verdicts() {}

    /** There is no reply that could be understood. */
    static Failure of(Phase phase, FailureReason reason) {
        return Failure.of(phase == Phase.FINAL_DOT ? Verdict.UNKNOWN : Verdict.TRANSPORT, reason);
    }

    /** A reply that is not the one that lets the dialogue go on. */
    static Failure of(Phase phase, Reply reply) {
        Failure failure = withoutStatus(phase, reply);
        return reply.status().map(failure::withStatus).orElse(failure);
    }

    private static Failure withoutStatus(Phase phase, Reply reply) {
        if (reply.code() == Reply.CLOSING) {
            return Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE);
        }
        if (reply.isPermanent()) {
            return permanent(phase, reply);
        }
        return reply.isTransient() ? temporary(phase) : of(phase, FailureReason.PROTOCOL_ERROR);
    }

    private static Failure permanent(Phase phase, Reply reply) {
        return switch (phase) {
            case CONNECT, GREETING, EHLO, CHECK -> Failure.of(Verdict.ACCOUNT, FailureReason.ACCESS_DENIED);
            case STARTTLS -> Failure.of(Verdict.ACCOUNT, FailureReason.TLS_FAILED);
            case AUTH -> Failure.of(Verdict.ACCOUNT, FailureReason.AUTHENTICATION_FAILED);
            case MAIL -> atMail(reply);
            case RCPT -> Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT);
            // It has not seen the message, so the message is not at fault.
            case DATA -> Failure.of(Verdict.SENDER, FailureReason.ACCESS_DENIED);
            case FINAL_DOT ->
                Failure.of(
                        Verdict.MESSAGE,
                        isAboutForm(reply) ? FailureReason.INVALID_MESSAGE : FailureReason.CONTENT_REFUSED);
        };
    }

    private static Failure atMail(Reply reply) {
        if (isTooLarge(reply)) {
            return Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE);
        }
        // RFC 4954, 6: it wants a login that was not configured.
        return reply.code() == 530
                ? Failure.of(Verdict.ACCOUNT, FailureReason.AUTHENTICATION_FAILED)
                : Failure.of(Verdict.SENDER, FailureReason.SENDER_NOT_ALLOWED);
    }

    private static Failure temporary(Phase phase) {
        return switch (phase) {
            case RCPT, FINAL_DOT -> Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.MAILBOX_UNAVAILABLE);
            case CONNECT, GREETING, EHLO, STARTTLS, AUTH, CHECK, MAIL, DATA ->
                Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE);
        };
    }

    private static boolean isTooLarge(Reply reply) {
        return reply.code() == 552 || reply.is(3, 4) || reply.is(2, 3);
    }

    private static boolean isAboutForm(Reply reply) {
        return isTooLarge(reply)
                || (reply.status().isPresent() && reply.status().get().subject() == 6);
    }
}
