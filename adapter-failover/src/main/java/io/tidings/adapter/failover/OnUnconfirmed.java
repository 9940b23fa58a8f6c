package io.tidings.adapter.failover;

/** What to do with a message that was handed over and got no definite answer. */
public enum OnUnconfirmed {
    /**
     * Nothing: the result is {@link io.tidings.email.Unconfirmed}, and a person decides. No message is ever doubled.
     */
    HOLD,
    /** Hand it to the next provider, with the same id. No message is lost, but some arrive twice. */
    RESEND
}
