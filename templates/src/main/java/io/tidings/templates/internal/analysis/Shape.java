package io.tidings.templates.internal.analysis;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression can be. */
sealed interface Shape {

    /**
     * A text.
     *
     * @param values all that it can be; empty if it can be anything
     */
    record Text(Set<String> values) implements Shape {}

    record Numeric() implements Shape {}

    record Bool() implements Shape {}

    /** A value of {@code java.time}. */
    record Time(Class<?> type) implements Shape {}

    /** HTML that was captured. */
    record Markup() implements Shape {}

    /**
     * A record, or a map whose keys are known.
     *
     * @param paths of the records that it can be, from the notification on; none if it is no record
     * @param others what all other keys have, if there can be others
     */
    record Hash(
            Set<String> paths,
            String name,
            Map<String, Shape> fields,
            @Nullable Shape others) implements Shape {

        /** A map that a template made, or a component that is one. */
        static Hash map(Map<String, Shape> fields, @Nullable Shape others) {
            return new Hash(Set.of(), "map", fields, others);
        }

        boolean isRecord() {
            return !paths.isEmpty();
        }
    }

    record Sequence(Shape element) implements Shape {}

    record Callable(Node.Macro macro, Namespace home) implements Shape {}

    /** An imported file. */
    record Library(Namespace namespace) implements Shape {}

    /** There may be no value. */
    record Maybe(Shape shape) implements Shape {}

    /** There is no value. */
    record Nothing() implements Shape {}

    /** One thing or another quite different one. */
    record Mixed() implements Shape {}

    record Unresolved() implements Shape {}

    /** Without the possibility that there is no value. */
    default Shape present() {
        return this instanceof Maybe maybe ? maybe.shape() : this;
    }

    /** Whether {@code ${…}} can show it. */
    default boolean printable() {
        return this instanceof Text || this instanceof Numeric || this instanceof Time || this instanceof Markup;
    }
}
