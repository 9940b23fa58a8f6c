package io.tidings.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What we promise against a peer, whose benchmark this is on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Pace {

    /** How many times the peer's messages per second we must send at least. */
    double value();
}
