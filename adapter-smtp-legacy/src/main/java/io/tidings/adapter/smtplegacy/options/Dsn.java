package io.tidings.adapter.smtplegacy.options;

/** Of what the relay is asked to report to the envelope sender, if it offers DSN (RFC 3461). */
public enum Dsn {
    /** Nothing, whatever happens. */
    NEVER("NEVER"),
    /** Failure, and delay where the relay does that. */
    FAILURE("FAILURE,DELAY"),
    /** Failure, delay and success. */
    ALWAYS("SUCCESS,FAILURE,DELAY");

    private final String parameter;

    Dsn(String parameter) {
        this.parameter = parameter;
    }

    /** The value of {@code NOTIFY=}. */
    public String parameter() {
        return parameter;
    }
}
