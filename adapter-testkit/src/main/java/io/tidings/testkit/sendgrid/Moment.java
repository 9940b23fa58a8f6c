package io.tidings.testkit.sendgrid;

/** When the simulator breaks off or goes silent. */
public enum Moment {
    /** The head has arrived; nothing of the body is read. */
    BEFORE_BODY,
    /** Half of the body has been read; of one in chunks, 64 KB. The client must have more than buffers can hold. */
    HALF_WAY_THROUGH_BODY,
    /** All of the body has been read, and nothing is answered. */
    AFTER_BODY,
    /** Half of the answer's head has been written. */
    HALF_WAY_THROUGH_ANSWER
}
