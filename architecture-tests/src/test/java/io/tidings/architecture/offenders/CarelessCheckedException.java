package io.tidings.architecture.offenders;

/** Breaks a rule on purpose: a checked exception that has nothing to do with input and output. */
public final class CarelessCheckedException extends Exception {
    private static final long serialVersionUID = 1L;
}
