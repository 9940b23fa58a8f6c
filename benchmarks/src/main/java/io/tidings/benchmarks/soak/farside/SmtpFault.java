package io.tidings.benchmarks.soak.farside;

import java.util.Arrays;
import java.util.List;

/** How a relay fails. From {@link #TAKEN_CUT} on it has taken the mail all the same. */
enum SmtpFault {
    GREETING_421(Phase.GREETING, "421 4.3.2 no"),
    GREETING_554(Phase.GREETING, "554 5.3.2 no"),
    GREETING_GARBLED(Phase.GREETING, "hello"),
    GREETING_CUT(Phase.GREETING, Deed.CUT),
    GREETING_SILENT(Phase.GREETING, Deed.SILENCE),
    EHLO_451(Phase.EHLO, "451 4.3.0 no"),
    EHLO_CUT(Phase.EHLO, Deed.CUT),
    AUTH_454(Phase.AUTH, "454 4.7.0 no"),
    AUTH_535(Phase.AUTH, "535 5.7.8 no"),
    AUTH_SILENT(Phase.AUTH, Deed.SILENCE),
    MAIL_421(Phase.MAIL, "421 4.3.2 no"),
    MAIL_450(Phase.MAIL, "450 4.2.0 no"),
    MAIL_550(Phase.MAIL, "550 5.7.1 no"),
    MAIL_CUT(Phase.MAIL, Deed.CUT),
    MAIL_SILENT(Phase.MAIL, Deed.SILENCE),
    RCPT_450(Phase.RCPT, "450 4.2.1 no"),
    RCPT_550(Phase.RCPT, "550 5.1.1 no"),
    RCPT_CUT(Phase.RCPT, Deed.CUT),
    RCPT_SILENT(Phase.RCPT, Deed.SILENCE),
    SECOND_RCPT_450(Phase.SECOND_RCPT, "450 4.2.1 no"),
    SECOND_RCPT_452(Phase.SECOND_RCPT, "452 4.5.3 no"),
    SECOND_RCPT_550(Phase.SECOND_RCPT, "550 5.1.1 no"),
    SECOND_RCPT_RESET(Phase.SECOND_RCPT, Deed.RESET),
    DATA_451(Phase.DATA, "451 4.3.0 no"),
    DATA_554(Phase.DATA, "554 5.3.0 no"),
    DATA_CUT(Phase.DATA, Deed.CUT),
    DATA_SILENT(Phase.DATA, Deed.SILENCE),
    BODY_RESET(Phase.BODY, Deed.RESET),
    BODY_SILENT(Phase.BODY, Deed.SILENCE),
    DOT_421(Phase.DOT, "421 4.3.2 no"),
    DOT_451(Phase.DOT, "451 4.3.0 no"),
    DOT_554(Phase.DOT, "554 5.6.0 no"),
    DOT_CUT(Phase.DOT, Deed.CUT),
    DOT_SILENT(Phase.DOT, Deed.SILENCE),
    TAKEN_CUT(Phase.TAKEN, Deed.CUT),
    TAKEN_RESET(Phase.TAKEN, Deed.RESET),
    TAKEN_SILENT(Phase.TAKEN, Deed.SILENCE),
    TAKEN_GARBLED(Phase.TAKEN, "okay"),
    TAKEN_HALF_ANSWERED(Phase.TAKEN, Deed.HALF_OK),
    TAKEN_LATE(Phase.TAKEN, Deed.LATE_OK);

    /** What the relay is about to answer. */
    enum Phase {
        GREETING,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        SECOND_RCPT,
        DATA,
        BODY,
        DOT,
        TAKEN
    }

    /** What it does instead. */
    enum Deed {
        ANSWER,
        CUT,
        RESET,
        SILENCE,
        HALF_OK,
        LATE_OK
    }

    private final Phase phase;
    private final Deed deed;
    private final String answer;

    SmtpFault(Phase phase, Deed deed) {
        this(phase, deed, "");
    }

    SmtpFault(Phase phase, String answer) {
        this(phase, Deed.ANSWER, answer);
    }

    SmtpFault(Phase phase, Deed deed, String answer) {
        this.phase = phase;
        this.deed = deed;
        this.answer = answer;
    }

    Phase phase() {
        return phase;
    }

    Deed deed() {
        return deed;
    }

    /** If the deed is an answer. */
    String answer() {
        return answer;
    }

    /** Those that befall a connection before its first message. */
    static List<SmtpFault> ofSessions() {
        return Arrays.stream(values())
                .filter(fault -> fault.phase.compareTo(Phase.MAIL) < 0)
                .toList();
    }

    /** Those that befall a message. */
    static List<SmtpFault> ofMessages() {
        return Arrays.stream(values())
                .filter(fault -> fault.phase.compareTo(Phase.MAIL) >= 0)
                .toList();
    }
}
