package io.tidings.architecture.offenders;

/** Breaks rules on purpose: an exception of no family. */
public final class CarelessException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
