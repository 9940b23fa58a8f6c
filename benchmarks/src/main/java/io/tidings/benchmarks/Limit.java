package io.tidings.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What we promise against a peer, whose benchmark this is on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limit {

    /** How many times the peer's processor time and of the peer's bytes we may take at most. */
    double value();

    /** How many times the peer's bytes, where that is another number; 0 where it is not. */
    double bytes() default 0;

    /** How many bytes more than the peer we may take; if this is set, the multiples do not count for bytes. */
    double moreBytes() default Double.POSITIVE_INFINITY;
}
