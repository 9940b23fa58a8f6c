package io.tidings.delivery;

/** Why an address does not get a message, in the words that providers' events have in common. */
public enum RejectReason {
    /** There is no such address. */
    INVALID,
    /** It bounced, now or before. */
    BOUNCED,
    /** The recipient's host was silent for too long. */
    TIMED_OUT,
    /** The recipient's host refuses the sender or the content, by a policy of its own. */
    BLOCKED,
    /** The recipient called an earlier message spam. */
    SPAM,
    /** The recipient asked not to get such messages. */
    UNSUBSCRIBED,
    /** It is on a suppression list, or a guard of this environment holds it back. */
    SUPPRESSED,
    /** Anything else. */
    OTHER
}
