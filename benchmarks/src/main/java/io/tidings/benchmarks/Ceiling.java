package io.tidings.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What we promise whatever the peers take; on our own benchmark. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Ceiling {

    /** The most processor time for a message. */
    double millis();

    /** The most that is allocated for a message, in millions of bytes. */
    double megabytes();

    /** The most round trips to the far side for a message, where the far side counts them. */
    double roundTrips() default Double.POSITIVE_INFINITY;
}
