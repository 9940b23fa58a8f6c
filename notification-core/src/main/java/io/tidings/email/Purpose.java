package io.tidings.email;

/** Why a message is sent, which decides whether an unsubscribe holds it back. */
public enum Purpose {
    /** Something that the recipient must know, such as a decision about an account: sent even after an unsubscribe. */
    TRANSACTIONAL,
    /** Something that the recipient asked for and can ask to stop: not sent after an unsubscribe. */
    SUBSCRIPTION
}
