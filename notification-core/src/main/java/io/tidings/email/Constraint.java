package io.tidings.email;

/** What an adapter may lack, so that a message asks for more than it can carry. */
public sealed interface Constraint permits Feature, Limit {}
