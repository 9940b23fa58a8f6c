package io.tidings.adapter.smtplegacy.relay;

/**
 * What a scripted relay does instead of what it should.
 *
 * @param text sent first, as it is; may be empty
 * @param then what comes next
 * @param keep whether a message that was completed is kept
 */
public record Answer(String text, Then then, boolean keep) {

    /** What follows the text. */
    public enum Then {
        /** It waits for the next command. */
        GO_ON,
        /** It ends the connection. */
        CUT,
        /** It says nothing more, and keeps the connection. */
        HANG,
        /** It sends a letter now and then, without end. */
        DRIP,
        /** It begins TLS as after a STARTTLS that it agreed to. */
        TLS
    }

    /** A reply of one line. */
    public static Answer say(String line) {
        return new Answer(line + "\r\n", Then.GO_ON, false);
    }

    /** A reply after which the connection ends. */
    public static Answer sayAndCut(String line) {
        return new Answer(line + "\r\n", Then.CUT, false);
    }

    /** The end of the connection. */
    public static Answer cut() {
        return new Answer("", Then.CUT, false);
    }

    /** Silence. */
    public static Answer hang() {
        return new Answer("", Then.HANG, false);
    }

    /** A reply that never comes to its end. */
    public static Answer drip() {
        return new Answer("250-", Then.DRIP, false);
    }

    /** This one, by a relay that keeps the message that was completed. */
    public Answer keeping() {
        return new Answer(text, then, true);
    }
}
