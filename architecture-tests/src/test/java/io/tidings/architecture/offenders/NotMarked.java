package io.tidings.architecture.offenders;

/** Breaks a rule on purpose: its package is not null-marked. */
public final class NotMarked {}
