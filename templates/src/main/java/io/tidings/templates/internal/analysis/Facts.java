package io.tidings.templates.internal.analysis;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What conditions tell of the values that they ask for. */
final class Facts {

    private Facts() {}

    /** What is there for certain if the condition has this outcome. */
    static Set<String> of(Expr condition, boolean outcome) {
        if (condition instanceof Expr.Parenthesis parenthesis) {
            return of(parenthesis.inner(), outcome);
        }
        if (condition instanceof Expr.Not not) {
            return of(not.operand(), !outcome);
        }
        if (condition instanceof Expr.Binary binary && binary.operator().equals(outcome ? "&&" : "||")) {
            Set<String> facts = new HashSet<>(of(binary.left(), outcome));
            facts.addAll(of(binary.right(), outcome));
            return facts;
        }
        Expr asked = condition instanceof Expr.Exists exists
                ? exists.target()
                : condition instanceof Expr.Builtin builtin
                                && Builtins.name(builtin).equals("has_content")
                        ? builtin.target()
                        : null;
        return outcome && asked != null ? pathsTo(asked) : Set.of();
    }

    private static Set<String> pathsTo(Expr expression) {
        Set<String> paths = new HashSet<>();
        for (Expr part = expression; path(part) != null; ) {
            paths.add(String.valueOf(path(part)));
            Expr inner = part instanceof Expr.Parenthesis parenthesis ? parenthesis.inner() : part;
            if (!(inner instanceof Expr.Dot dot)) {
                break;
            }
            part = dot.target();
        }
        return paths;
    }

    /** How a value is named, such as {@code brand.logoUrl}; null if it has no name of its own. */
    static @Nullable String path(Expr expression) {
        if (expression instanceof Expr.Name name) {
            return name.name();
        }
        if (expression instanceof Expr.Parenthesis parenthesis) {
            return path(parenthesis.inner());
        }
        if (expression instanceof Expr.Dot dot) {
            String target = path(dot.target());
            return target == null ? null : target + "." + dot.name();
        }
        return null;
    }
}
