package io.tidings.adapter.smtplegacy.bounce.clue;

import static io.tidings.delivery.RejectReason.BLOCKED;
import static io.tidings.delivery.RejectReason.BOUNCED;
import static io.tidings.delivery.RejectReason.INVALID;
import static io.tidings.delivery.RejectReason.OTHER;
import static io.tidings.delivery.RejectReason.TIMED_OUT;

import io.tidings.delivery.RejectReason;
import io.tidings.email.EnhancedStatus;
import java.util.Optional;

/**
 * Why a message was not delivered.
 *
 * @param status as reported; else as the text has it; else the code that RFC 3463 has for what the text says. Empty if
 *     nothing is known
 * @param reason {@code INVALID} and {@code BOUNCED} are about the address and will last; the others may pass
 */
public record Diagnosis(Optional<EnhancedStatus> status, RejectReason reason) {

    private static final int PERMANENT = 5;
    private static final int MAX_TEXT = 4_000;

    /** The code in a status field, which may have a comment. */
    public static Optional<EnhancedStatus> code(String field) {
        return Codes.field(field);
    }

    /** The code that a text has. */
    public static Optional<EnhancedStatus> codeIn(String text) {
        return Codes.find(text);
    }

    /** Whether a text has a code or words of a failure. */
    public static boolean isIn(String text) {
        return Codes.find(text).isPresent()
                || Codes.reply(text).isPresent()
                || Cause.of(text).isPresent();
    }

    /**
     * Of a message that was given up.
     *
     * @param reported what the report has as status
     * @param said what the far side said, of which the first 4,000 characters count
     */
    public static Diagnosis of(Optional<EnhancedStatus> reported, String said) {
        String text = said.substring(0, Math.min(MAX_TEXT, said.length()));
        Optional<EnhancedStatus> field = reported.filter(code -> code.statusClass() != 2);
        Optional<EnhancedStatus> inText = Codes.find(text);
        Optional<Cause> cause = Cause.of(text);
        int statusClass = inText.or(() -> field)
                .map(EnhancedStatus::statusClass)
                .orElseGet(() -> Codes.reply(text).orElse(PERMANENT * 100) / 100);
        Optional<EnhancedStatus> status = inText.filter(code -> field.isPresent() && refines(code, field.get()))
                .or(() -> field.filter(Codes::isSpecific))
                .or(() -> inText.filter(Codes::isSpecific))
                .or(() -> cause.map(words -> words.status(statusClass)))
                .or(() -> inText)
                .or(() -> field)
                .or(() -> Codes.reply(text).isPresent()
                        ? Optional.of(new EnhancedStatus(statusClass, 0, 0))
                        : Optional.empty());
        return new Diagnosis(status, status.map(code -> reason(code, cause)).orElse(OTHER));
    }

    /**
     * Whether a host said that it is about policy, and the one that reports made an address of that: some do of any
     * 550.
     */
    private static boolean refines(EnhancedStatus said, EnhancedStatus reported) {
        return said.subject() == 7
                && said.statusClass() == PERMANENT
                && reported.statusClass() == PERMANENT
                && reported.subject() == 1;
    }

    /** Whether it tells no more than that there was a failure. */
    public boolean isVague() {
        return status.filter(Codes::isSpecific).isEmpty();
    }

    /** This, or a failure for good if nothing is known. */
    public Diagnosis orPermanent() {
        return status.isPresent() ? this : new Diagnosis(Optional.of(new EnhancedStatus(PERMANENT, 0, 0)), BOUNCED);
    }

    private static RejectReason reason(EnhancedStatus status, Optional<Cause> cause) {
        return status.statusClass() == PERMANENT ? permanent(status, cause) : passing(status, cause);
    }

    /** Given up after a while, or where the far side said to try again. */
    private static RejectReason passing(EnhancedStatus status, Optional<Cause> cause) {
        RejectReason inWords = cause.map(Cause::reason).orElse(OTHER);
        return switch (status.subject()) {
            case 4 -> status.detail() == 3 || status.detail() == 6 ? OTHER : TIMED_OUT;
            case 7 -> BLOCKED;
            case 0 -> inWords == BLOCKED || inWords == TIMED_OUT ? inWords : OTHER;
            default -> OTHER;
        };
    }

    private static RejectReason permanent(EnhancedStatus status, Optional<Cause> cause) {
        RejectReason inWords = cause.map(Cause::reason).orElse(BOUNCED);
        return switch (status.subject()) {
            case 0 -> inWords;
            case 1 -> ofAddress(status.detail(), cause);
            case 2 -> ofMailbox(status.detail(), cause);
            case 4 -> ofRoute(status.detail(), cause);
            case 3, 5 -> cause.map(Cause::reason).orElse(OTHER);
            case 7 -> ofPolicy(status.detail(), cause);
            default -> OTHER;
        };
    }

    private static RejectReason ofAddress(int detail, Optional<Cause> cause) {
        return switch (detail) {
            case 1, 2, 3, 6, 10 -> ofRecipient(cause, INVALID);
            case 7, 8 -> BLOCKED;
            case 9 -> OTHER;
            default -> cause.map(Cause::reason).orElse(BOUNCED);
        };
    }

    /** The codes of an address at fault are the ones that hosts give most carelessly. */
    private static RejectReason ofRecipient(Optional<Cause> cause, RejectReason otherwise) {
        return cause.filter(words -> words == Cause.FULL || words == Cause.SENDER)
                .map(Cause::reason)
                .orElse(otherwise);
    }

    private static RejectReason ofMailbox(int detail, Optional<Cause> cause) {
        return switch (detail) {
            case 0 -> cause.map(Cause::reason).orElse(BOUNCED);
            case 1 -> ofRecipient(cause, BOUNCED);
            default -> OTHER;
        };
    }

    /** Beyond RFC 3463, the three-digit details of Exchange Online: 3xx are about finding and reaching the host. */
    private static RejectReason ofRoute(int detail, Optional<Cause> cause) {
        return switch (detail) {
            case 7, 300, 316, 317 -> TIMED_OUT;
            case 310 -> INVALID;
            case 4 -> cause.map(Cause::reason).orElse(BOUNCED);
            case 0, 1, 2 -> cause.map(Cause::reason).orElse(OTHER);
            default -> OTHER;
        };
    }

    /** RFC 7372, RFC 7505 and the registry: few of them are about the mailbox. 0 and 1 are given for anything. */
    private static RejectReason ofPolicy(int detail, Optional<Cause> cause) {
        boolean ofMailbox = detail == 13 || detail == 17 || detail == 18;
        return ofMailbox
                ? BOUNCED
                : cause.filter(words -> detail <= 1)
                        .filter(words -> words == Cause.UNKNOWN || words == Cause.DISABLED || words == Cause.FULL)
                        .map(Cause::reason)
                        .orElse(BLOCKED);
    }
}
