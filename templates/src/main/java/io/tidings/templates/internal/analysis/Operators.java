package io.tidings.templates.internal.analysis;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What operators make of two values, and which values they take. */
final class Operators {

    private static final Set<String> ON_NUMBERS = Set.of("-", "*", "/", "%");

    private final Evaluator evaluator;
    private final Walk walk;

    Operators(Evaluator evaluator, Walk walk) {
        this.evaluator = evaluator;
        this.walk = walk;
    }

    Shape number(Expr expression) {
        return number(expression, evaluator.value(expression));
    }

    Shape number(Expr expression, Shape shape) {
        if (!(shape instanceof Shape.Numeric || shape instanceof Shape.Unresolved)) {
            evaluator.problem(expression, "a number is needed here");
        }
        return Shapes.NUMBER;
    }

    /** Reports what is no condition. */
    void condition(Expr expression) {
        condition(expression, evaluator.value(expression));
    }

    void condition(Expr expression, Shape shape) {
        if (!(shape instanceof Shape.Bool || shape instanceof Shape.Unresolved)) {
            evaluator.problem(
                    expression, "a condition must be yes or no: compare the value, or ask with ?? or ?has_content");
        }
    }

    Shape binary(Expr.Binary binary) {
        String operator = binary.operator();
        if (operator.equals("&&") || operator.equals("||")) {
            condition(binary.left());
            walk.scope().knowing(Facts.of(binary.left(), operator.equals("&&")), () -> {
                condition(binary.right());
                return Shapes.BOOL;
            });
            return Shapes.BOOL;
        }
        if (ON_NUMBERS.contains(operator)) {
            number(binary.left());
            return number(binary.right());
        }
        Shape left = evaluator.value(binary.left());
        Shape right = evaluator.value(binary.right());
        if (operator.equals("+")) {
            return sum(binary, left, right);
        }
        compare(binary, operator, left, right);
        return Shapes.BOOL;
    }

    Shape sum(Expr at, Shape left, Shape right) {
        if (left instanceof Shape.Unresolved || right instanceof Shape.Unresolved) {
            return Shapes.UNRESOLVED;
        }
        if (left instanceof Shape.Numeric && right instanceof Shape.Numeric) {
            return Shapes.NUMBER;
        }
        if (left instanceof Shape.Sequence a && right instanceof Shape.Sequence b) {
            return Shapes.eitherList(a, b);
        }
        if (left instanceof Shape.Hash a && right instanceof Shape.Hash b) {
            return Shapes.sum(a, b);
        }
        if (!left.printable() || !right.printable()) {
            evaluator.problem(at, "these cannot be joined");
            return Shapes.UNRESOLVED;
        }
        return left instanceof Shape.Markup || right instanceof Shape.Markup ? Shapes.MARKUP : Shapes.TEXT;
    }

    void compare(Expr at, String operator, Shape left, Shape right) {
        if (left instanceof Shape.Unresolved || right instanceof Shape.Unresolved) {
            return;
        }
        boolean numbers = left instanceof Shape.Numeric && right instanceof Shape.Numeric;
        boolean equality = !operator.equals("<");
        boolean texts = isText(left) && isText(right);
        boolean flags = left instanceof Shape.Bool && right instanceof Shape.Bool;
        if (!numbers && !(equality && (texts || flags))) {
            evaluator.problem(at, "these two cannot be compared");
        } else if (left instanceof Shape.Text a && right instanceof Shape.Text b && neverEqual(a, b)) {
            evaluator.problem(
                    at,
                    "these are never equal: one side can be only "
                            + new TreeSet<>(a.values().size() > 1 ? a.values() : b.values()));
        }
    }

    static boolean isText(Shape shape) {
        return shape instanceof Shape.Text || shape instanceof Shape.Time;
    }

    private static boolean neverEqual(Shape.Text a, Shape.Text b) {
        Set<String> common = new HashSet<>(a.values());
        common.retainAll(b.values());
        return !a.values().isEmpty()
                && !b.values().isEmpty()
                && common.isEmpty()
                && a.values().size() + b.values().size() > 2;
    }
}
