package io.tidings.templates.internal.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directive, an interpolation or a text of a template. */
sealed interface Node {

    /** Where it begins. */
    Span span();

    /** What stands in it. */
    default List<Block> bodies() {
        return List.of();
    }

    record Literal(String text, Span span) implements Node {}

    /**
     * Shows a value.
     *
     * @param escaped whether for HTML
     */
    record Output(Expr value, boolean escaped, Span span) implements Node {}

    /** Several, one after the other; also what only groups them, such as {@code <#compress>}. */
    record Block(List<Node> nodes, Span span) implements Node {}

    record If(List<Branch> branches, Span span) implements Node {

        boolean isComplete() {
            return Branch.hasDefault(branches);
        }

        @Override
        public List<Block> bodies() {
            return Branch.bodies(branches);
        }
    }

    /**
     * A choice by a value.
     *
     * @param fallsThrough whether a case goes on with the next one unless it ends in {@code <#break>}
     */
    record Switch(Expr value, List<Branch> cases, boolean fallsThrough, Span span) implements Node {

        boolean isComplete() {
            return Branch.hasDefault(cases);
        }

        @Override
        public List<Block> bodies() {
            return Branch.bodies(cases);
        }
    }

    /**
     * One way to go on.
     *
     * @param conditions none for {@code <#else>} and {@code <#default>}
     */
    record Branch(List<Expr> conditions, Block body) {

        private static boolean hasDefault(List<Branch> branches) {
            return branches.stream().anyMatch(branch -> branch.conditions().isEmpty());
        }

        private static List<Block> bodies(List<Branch> branches) {
            return branches.stream().map(Branch::body).toList();
        }
    }

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
            Span span) implements Node {

        @Override
        public List<Block> bodies() {
            return otherwise == null ? List.of(body) : List.of(body, otherwise);
        }
    }

    record Items(List<String> variables, Block body, Span span) implements Node {

        @Override
        public List<Block> bodies() {
            return List.of(body);
        }
    }

    record Assign(
            Scope scope,
            String name,
            String operator,
            @Nullable Expr value,
            Span span) implements Node {}

    record Capture(Scope scope, String name, boolean markup, Block body, Span span) implements Node {

        @Override
        public List<Block> bodies() {
            return List.of(body);
        }
    }

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
            implements Node {

        @Override
        public List<Block> bodies() {
            return List.of(body);
        }
    }

    record Call(
            Expr callee, Map<String, Expr> named, List<Expr> positional, List<String> variables, Block body, Span span)
            implements Node {

        @Override
        public List<Block> bodies() {
            return List.of(body);
        }
    }

    record Nested(List<Expr> values, Span span) implements Node {}

    record Return(@Nullable Expr value, Span span) implements Node {}

    /** {@code <#break>} or {@code <#continue>}. */
    record Jump(Span span) implements Node {}

    record Stop(List<Expr> message, Span span) implements Node {}

    record Import(Expr path, String name, Span span) implements Node {}

    record Include(Expr path, Span span) implements Node {}

    record Setting(Expr value, Span span) implements Node {}

    /** Its parts are printed one after the other or the second instead of the first. */
    record Attempt(Block body, Block recovery, Span span) implements Node {

        @Override
        public List<Block> bodies() {
            return List.of(body, recovery);
        }
    }

    /** Values in it are not escaped. */
    record Unescaped(Block body, Span span) implements Node {

        @Override
        public List<Block> bodies() {
            return List.of(body);
        }
    }

    /** What this analysis does not follow. */
    record Unsupported(String directive, Span span) implements Node {}
}
