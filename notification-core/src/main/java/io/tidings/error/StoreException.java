package io.tidings.error;

/**
 * A delivery log, suppression list or idempotency store cannot do what was asked: it is full, or what lies behind it
 * does not answer. What was asked has not happened.
 */
public final class StoreException extends TidingsException {

    private static final long serialVersionUID = 1L;

    /** @param problem what is wrong and what to do, without any stored value */
    public StoreException(String problem) {
        super(problem);
    }
}
