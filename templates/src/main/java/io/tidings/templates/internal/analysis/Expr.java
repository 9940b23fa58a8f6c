package io.tidings.templates.internal.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of FreeMarker's language. */
sealed interface Expr {

    /** Where it stands in its file. */
    Span span();

    /** A text, whose parts are {@link String}s and, for what is interpolated, expressions. */
    record Text(List<Object> parts, Span span) implements Expr {

        /** The text, unless something is interpolated. */
        @Nullable
        String constant() {
            return parts.stream().allMatch(String.class::isInstance)
                    ? String.join("", parts.stream().map(String.class::cast).toList())
                    : null;
        }
    }

    record Numeral(Span span) implements Expr {}

    record Bool(Span span) implements Expr {}

    record Sequence(List<Expr> items, Span span) implements Expr {}

    record Hash(List<Expr> keys, List<Expr> values, Span span) implements Expr {}

    /** From one number to another, or on and on. */
    record Range(String operator, Expr from, @Nullable Expr to, Span span) implements Expr {

        /** Whether there is such a piece of every list and text. */
        boolean isWithinAnything() {
            boolean first = from instanceof Numeral && from.span().text().equals("0");
            return first && (to == null || operator.equals("..*"));
        }
    }

    record Name(String name, Span span) implements Expr {}

    /** What FreeMarker itself knows, such as {@code .lang}. */
    record Special(String name, Span span) implements Expr {}

    record Dot(Expr target, String name, Span span) implements Expr {}

    record Key(Expr target, Expr key, Span span) implements Expr {}

    record Invoke(Expr target, List<Expr> arguments, Span span) implements Expr {}

    /**
     * What stands behind a question mark.
     *
     * @param arguments null if there are no parentheses
     */
    record Builtin(Expr target, String name, @Nullable List<Expr> arguments, Span span) implements Expr {}

    record Default(Expr target, @Nullable Expr otherwise, Span span) implements Expr {}

    record Exists(Expr target, Span span) implements Expr {}

    record Not(Expr operand, Span span) implements Expr {}

    record Sign(Expr operand, Span span) implements Expr {}

    record Binary(String operator, Expr left, Expr right, Span span) implements Expr {}

    record Parenthesis(Expr inner, Span span) implements Expr {}

    record Lambda(List<String> parameters, Expr body, Span span) implements Expr {}
}
