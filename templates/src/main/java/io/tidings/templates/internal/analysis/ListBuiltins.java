package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The built-ins of lists. */
final class ListBuiltins {

    private static final Set<String> BY_CONDITION = Set.of("filter", "take_while", "drop_while");

    private final Evaluator evaluator;
    private final Builtins builtins;
    private final Walk walk;

    ListBuiltins(Evaluator evaluator, Builtins builtins, Walk walk) {
        this.evaluator = evaluator;
        this.builtins = builtins;
        this.walk = walk;
    }

    Shape apply(Expr.Builtin builtin, String name, Shape.Sequence sequence, List<Expr> arguments) {
        if (name.equals("map")) {
            return new Shape.Sequence(ofEach(builtin, sequence, arguments));
        }
        if (BY_CONDITION.contains(name)) {
            Expr argument = arguments.isEmpty() ? builtin : arguments.get(0);
            evaluator.operators().condition(argument, ofEach(builtin, sequence, arguments));
            return sequence;
        }
        if (name.equals("sort_by")) {
            sortKey(builtin, arguments, sequence.element());
            return sequence;
        }
        Shape result = builtins.plain(builtin, name, sequence, arguments);
        if (result != null) {
            if (name.equals("join")
                    && !isNothingOr(sequence.element(), sequence.element().printable())) {
                evaluator.problem(builtin, "only texts, numbers and times can be joined");
            }
            return result;
        }
        return switch (name) {
            case "first", "last" -> isFilled(builtin) ? sequence.element() : Shapes.maybe(sequence.element());
            case "min", "max" -> {
                if (!isNothingOr(sequence.element(), sequence.element() instanceof Shape.Numeric)) {
                    evaluator.problem(builtin, "only numbers can be compared by ?" + name);
                }
                yield isFilled(builtin) ? sequence.element() : Shapes.maybe(sequence.element());
            }
            case "sort" -> {
                sortable(builtin, sequence.element());
                yield sequence;
            }
            case "chunk" -> {
                chunk(arguments);
                yield new Shape.Sequence(sequence);
            }
            default -> sequence;
        };
    }

    /** Of a list that is written here, such as {@code [1, count]?max}. */
    private static boolean isFilled(Expr.Builtin builtin) {
        return builtin.target() instanceof Expr.Sequence list && !list.items().isEmpty();
    }

    private static boolean isNothingOr(Shape element, boolean right) {
        return right || element instanceof Shape.Nothing || element instanceof Shape.Unresolved;
    }

    private void chunk(List<Expr> arguments) {
        boolean numeral = !arguments.isEmpty() && arguments.get(0) instanceof Expr.Numeral;
        if (!arguments.isEmpty() && (!numeral || arguments.get(0).span().text().matches("0+"))) {
            evaluator.problem(arguments.get(0), "this must be a number of at least 1, written here");
        }
    }

    private void sortable(Expr at, Shape shape) {
        boolean sortable = shape instanceof Shape.Bool || (shape.printable() && !(shape instanceof Shape.Markup));
        if (shape instanceof Shape.Maybe) {
            evaluator.problem(at, "there may be no such value in some of them, and they cannot be sorted");
        } else if (!isNothingOr(shape, sortable)) {
            evaluator.problem(at, "these cannot be sorted; name what to sort by with ?sort_by");
        }
    }

    /** What a lambda or a function makes of an element. */
    private Shape ofEach(Expr.Builtin builtin, Shape.Sequence sequence, List<Expr> arguments) {
        if (arguments.size() == 1 && arguments.get(0) instanceof Expr.Lambda lambda) {
            return lambda(lambda, sequence.element());
        }
        Shape callee = arguments.size() == 1 ? evaluator.value(arguments.get(0)) : Shapes.NOTHING;
        if (callee instanceof Shape.Callable callable && callable.macro().function()) {
            Shape result = walk.function(callable, builtin.span(), List.of(sequence.element()));
            if (result instanceof Shape.Maybe || result instanceof Shape.Nothing) {
                evaluator.problem(builtin, "there may be no such value; the function must return one on every way");
                return result instanceof Shape.Nothing ? Shapes.UNRESOLVED : result.present();
            }
            return result;
        }
        if (!(callee instanceof Shape.Unresolved)) {
            evaluator.problem(builtin, "this takes one function, such as x -> x.name");
        }
        return Shapes.UNRESOLVED;
    }

    private Shape lambda(Expr.Lambda lambda, Shape element) {
        Map<String, Shape> variables = new HashMap<>();
        lambda.parameters().forEach(parameter -> variables.put(parameter, element));
        List<Shape> result = new ArrayList<>();
        walk.scope().inLoop(variables, () -> result.add(evaluator.value(lambda.body())));
        return result.get(0);
    }

    private void sortKey(Expr.Builtin builtin, List<Expr> arguments, Shape element) {
        Expr key = arguments.size() == 1 ? arguments.get(0) : builtin;
        String constant = key instanceof Expr.Text text ? text.constant() : null;
        if (constant == null) {
            evaluator.problem(key, "what this sorts by cannot be told; give one name");
        } else {
            sortable(key, evaluator.field(key, key, element, constant));
        }
    }
}
