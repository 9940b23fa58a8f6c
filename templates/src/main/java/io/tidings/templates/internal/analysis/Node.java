package io.tidings.templates.internal.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directive, an interpolation or a text of a template. */
sealed interface Node {

    /** Where it begins. */
    Span span();

    record Literal(String text, Span span) implements Node {}

    /**
     * Shows a value.
     *
     * @param escaped whether for HTML
     */
    record Output(Expr value, boolean escaped, Span span) implements Node {}

    /** Several, one after the other; also what only groups them, such as {@code <#compress>}. */
    record Block(List<Node> nodes, Span span) implements Node {}

    record If(List<Branch> branches, Span span) implements Node {}

    record Switch(Expr value, List<Branch> cases, Span span) implements Node {}

    /**
     * One way to go on.
     *
     * @param conditions none for {@code <#else>} and {@code <#default>}
     */
    record Branch(List<Expr> conditions, Block body) {}

    /**
     * A list.
     *
     * @param variables none if {@code <#items>} names them
     */
    record Loop(
            Expr source,
            List<String> variables,
            Block body,
            @Nullable Block otherwise,
            Span span) implements Node {}

    record Items(List<String> variables, Block body, Span span) implements Node {}

    record Assign(
            Scope scope,
            String name,
            String operator,
            @Nullable Expr value,
            Span span) implements Node {}

    record Capture(Scope scope, String name, boolean markup, Block body, Span span) implements Node {}

    enum Scope {
        NAMESPACE,
        LOCAL,
        GLOBAL
    }

    /**
     * A macro or function.
     *
     * @param parameters by name; their defaults are null if there are none
     * @param rest the parameter that takes all others, if there is one
     */
    record Macro(
            String name,
            boolean function,
            Map<String, @Nullable Expr> parameters,
            @Nullable String rest,
            Block body,
            Span span)
            implements Node {}

    record Call(
            Expr callee, Map<String, Expr> named, List<Expr> positional, List<String> variables, Block body, Span span)
            implements Node {}

    record Nested(List<Expr> values, Span span) implements Node {}

    record Return(@Nullable Expr value, Span span) implements Node {}

    record Import(Expr path, String name, Span span) implements Node {}

    record Include(Expr path, Span span) implements Node {}

    /** Evaluates these and goes on, such as {@code <#stop>} and {@code <#setting>}. */
    record Evaluate(List<Expr> values, Span span) implements Node {}

    /** Its parts are printed one after the other or the second instead of the first. */
    record Attempt(Block body, Block recovery, Span span) implements Node {}

    /** Values in it are not escaped. */
    record Unescaped(Block body, Span span) implements Node {}

    /** What this analysis does not follow. */
    record Unsupported(String directive, Span span) implements Node {}
}
