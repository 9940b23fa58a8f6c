package io.tidings.adapter.smtplegacy.wire;

import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;

/** What a reply, or the lack of one, means at each step. */
public final class Verdicts {

    /** Subjects of status codes (RFC 3463, 3). */
    private static final int FORM = 6;

    private static final int POLICY = 7;

    private Verdicts() {}

    /** There is no reply that could be understood. */
    public static Failure of(Phase phase, FailureReason reason) {
        return Failure.of(phase == Phase.FINAL_DOT ? Verdict.UNKNOWN : Verdict.TRANSPORT, reason);
    }

    /** A reply that is not the one that lets the dialogue go on. */
    public static Failure of(Phase phase, Reply reply) {
        Failure failure = withoutStatus(phase, reply);
        return reply.status().map(failure::withStatus).orElse(failure);
    }

    private static Failure withoutStatus(Phase phase, Reply reply) {
        if (reply.code() == Reply.CLOSING) {
            return Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE);
        }
        if (reply.code() == Reply.LOGIN_REQUIRED) {
            return Failure.of(Verdict.ACCOUNT, FailureReason.AUTHENTICATION_FAILED);
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
            case MAIL ->
                isTooLarge(reply)
                        ? Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE)
                        : Failure.of(Verdict.SENDER, FailureReason.SENDER_NOT_ALLOWED);
            case RCPT ->
                // A policy, such as not to relay to the domain, says nothing about the mailbox.
                Failure.of(
                        Verdict.RECIPIENT_PERMANENT,
                        isAbout(POLICY, reply) ? FailureReason.ACCESS_DENIED : FailureReason.INVALID_RECIPIENT);
            // It has not seen the message, so the message is not at fault.
            case DATA -> Failure.of(Verdict.SENDER, FailureReason.ACCESS_DENIED);
            case FINAL_DOT ->
                Failure.of(
                        Verdict.MESSAGE,
                        isTooLarge(reply) || isAbout(FORM, reply)
                                ? FailureReason.INVALID_MESSAGE
                                : FailureReason.CONTENT_REFUSED);
        };
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

    private static boolean isAbout(int subject, Reply reply) {
        return reply.status().isPresent() && reply.status().get().subject() == subject;
    }
}
