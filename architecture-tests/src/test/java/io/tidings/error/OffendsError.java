package io.tidings.error;

import io.tidings.email.Verdict;

/** Breaks a rule on purpose: an error that knows the port. */
public class OffendsError {
    Verdict verdict;
}
