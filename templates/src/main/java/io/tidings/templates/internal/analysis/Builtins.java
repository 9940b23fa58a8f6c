package io.tidings.templates.internal.analysis;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FreeMarker's built-ins: what stands behind a question mark. */
final class Builtins {

    private static final Set<String> LOOP_TO_NUMBER = Set.of("index", "counter");
    private static final Set<String> LOOP_TO_BOOL =
            Set.of("has_next", "is_first", "is_last", "is_even_item", "is_odd_item");
    private static final Set<String> LOOP_TO_TEXT = Set.of("item_parity", "item_parity_cap");
    private static final Set<String> READS_TEXT = Set.of(
            "number",
            "boolean",
            "date",
            "time",
            "datetime",
            "number_to_date",
            "number_to_time",
            "number_to_datetime",
            "date_if_unknown",
            "time_if_unknown",
            "datetime_if_unknown");
    private static final Set<String> AROUND_THE_RECORD = Set.of(
            "api",
            "has_api",
            "new",
            "eval",
            "eval_json",
            "interpret",
            "namespace",
            "root",
            "parent",
            "children",
            "ancestors",
            "absolute_template_name",
            "with_args",
            "with_args_last");

    private final Evaluator evaluator;
    private final Walk walk;
    private final ListBuiltins lists;

    Builtins(Evaluator evaluator, Walk walk) {
        this.evaluator = evaluator;
        this.walk = walk;
        this.lists = new ListBuiltins(evaluator, this, walk);
    }

    Shape apply(Expr.Builtin builtin, boolean lenient) {
        String name = name(builtin);
        List<Expr> arguments = builtin.arguments() == null ? List.of() : builtin.arguments();
        switch (name) {
            case "has_content", "exists" -> {
                evaluator.optional(builtin.target());
                return Shapes.BOOL;
            }
            case "if_exists" -> {
                return Shapes.orEmpty(evaluator.optional(builtin.target()));
            }
            case "default" -> {
                Shape shape = evaluator.optional(builtin.target());
                return arguments.isEmpty() ? shape : Shapes.either(shape.present(), evaluator.value(arguments.get(0)));
            }
            case "string" -> {
                return string(builtin, lenient);
            }
            case "then" -> {
                return then(builtin.target(), arguments);
            }
            case "switch" -> {
                return choice(evaluator.value(builtin.target()), arguments);
            }
            case "no_esc" -> {
                walk.unescaped(builtin.span(), "?no_esc");
                evaluator.value(builtin.target());
                return Shapes.MARKUP;
            }
            default -> {
                if (AROUND_THE_RECORD.contains(name)) {
                    evaluator.problem(builtin, "a template may not use ?" + name);
                    return Shapes.UNRESOLVED;
                }
            }
        }
        Shape target =
                lenient ? evaluator.optional(parenthesized(builtin.target())) : evaluator.value(builtin.target());
        Shape result = apply(builtin, name, target.present(), arguments);
        return target instanceof Shape.Maybe || target instanceof Shape.Nothing ? Shapes.maybe(result) : result;
    }

    private static Expr parenthesized(Expr expression) {
        return new Expr.Parenthesis(expression, expression.span());
    }

    private Shape apply(Expr.Builtin builtin, String name, Shape target, List<Expr> arguments) {
        if (target instanceof Shape.Unresolved) {
            return Shapes.UNRESOLVED;
        }
        // These are of the loop: what its variable holds does not matter.
        if (LOOP_TO_NUMBER.contains(name)) {
            return Shapes.NUMBER;
        }
        if (LOOP_TO_BOOL.contains(name) || name.startsWith("is_")) {
            return Shapes.BOOL;
        }
        if (LOOP_TO_TEXT.contains(name)) {
            return Shapes.TEXT;
        }
        if (name.equals("item_cycle")) {
            return evaluator.values(arguments).stream().reduce(Shapes::either).orElse(Shapes.TEXT);
        }
        if (target instanceof Shape.Hash hash) {
            return ofHash(builtin, name, hash);
        }
        if (target instanceof Shape.Sequence sequence) {
            return lists.apply(builtin, name, sequence, arguments);
        }
        if (READS_TEXT.contains(name)) {
            evaluator.values(arguments);
            evaluator.problem(
                    builtin,
                    "whether the text reads as ?" + name
                            + " is known only when it is sent; give the record a component of that type");
            return name.equals("number") ? Shapes.NUMBER : name.equals("boolean") ? Shapes.BOOL : Shapes.TEXT;
        }
        if (name.equals("substring")) {
            evaluator.values(arguments);
            evaluator.problem(builtin, Evaluator.TOO_SHORT);
            return Shapes.TEXT;
        }
        if (target instanceof Shape.Numeric && (name.equals("lower_abc") || name.equals("upper_abc"))) {
            boolean positive = builtin.target() instanceof Expr.Builtin of && name(of).equals("counter");
            if (!positive) {
                evaluator.problem(builtin, "whether the number is at least 1 is known only when it is sent");
            }
            return Shapes.TEXT;
        }
        Shape result = plain(builtin, name, target, arguments);
        return result == null ? Shapes.UNRESOLVED : result;
    }

    /** By its signature; what is not as that says is a problem. */
    @Nullable
    Shape plain(Expr.Builtin builtin, String name, Shape target, List<Expr> arguments) {
        Signature signature = Signature.of(name);
        if (signature == null || !signature.takes(target)) {
            evaluator.values(arguments);
            String of = target instanceof Shape.Sequence ? "a list" : "this";
            evaluator.problem(builtin, "what ?" + name + " makes of " + of + " cannot be told");
            return Shapes.UNRESOLVED;
        }
        if (!signature.takes(arguments.size())) {
            evaluator.values(arguments);
            evaluator.problem(builtin, "?" + name + " takes " + signature.arguments());
            return signature.result();
        }
        for (int i = 0; i < arguments.size(); i++) {
            Shape shape = evaluator.value(arguments.get(i));
            if (signature.argument(i) == 'N') {
                evaluator.operators().number(arguments.get(i), shape);
            } else if (signature.argument(i) == 'T'
                    && !Operators.isText(shape)
                    && !(shape instanceof Shape.Unresolved)) {
                evaluator.problem(arguments.get(i), "a text is needed here");
            }
        }
        return signature.result();
    }

    private Shape string(Expr.Builtin builtin, boolean lenient) {
        Shape shape = lenient ? evaluator.optional(parenthesized(builtin.target())) : evaluator.value(builtin.target());
        Shape target = shape.present();
        List<Expr> arguments = builtin.arguments() == null ? List.of() : builtin.arguments();
        int most = target instanceof Shape.Numeric ? 1 : target instanceof Shape.Bool ? 2 : 0;
        if (!(target.printable() || target instanceof Shape.Bool || target instanceof Shape.Unresolved)) {
            evaluator.problem(builtin, "what ?string makes of this cannot be told");
        } else if (builtin.arguments() != null && arguments.size() != most && !(target instanceof Shape.Unresolved)) {
            evaluator.problem(
                    builtin,
                    most == 0
                            ? "?string takes no pattern here; times have .date, .time, .year and so on"
                            : "?string takes " + most + (most == 1 ? " argument" : " arguments"));
        }
        for (Expr argument : arguments) {
            if (!Operators.isText(evaluator.value(argument))) {
                evaluator.problem(argument, "a text is needed here");
            }
        }
        return shape instanceof Shape.Maybe || shape instanceof Shape.Nothing ? Shapes.maybe(Shapes.TEXT) : Shapes.TEXT;
    }

    private Shape ofHash(Expr.Builtin builtin, String name, Shape.Hash hash) {
        if (name.equals("size")) {
            return Shapes.NUMBER;
        }
        if (!hash.isRecord() && name.equals("keys")) {
            return new Shape.Sequence(
                    hash.others() == null ? new Shape.Text(hash.fields().keySet()) : Shapes.TEXT);
        }
        if (!hash.isRecord() && name.equals("values")) {
            return new Shape.Sequence(Evaluator.anyOf(hash));
        }
        evaluator.problem(builtin, "what ?" + name + " makes of this cannot be told");
        return Shapes.UNRESOLVED;
    }

    private Shape then(Expr condition, List<Expr> arguments) {
        evaluator.operators().condition(condition);
        Shape result = null;
        for (int i = 0; i < arguments.size(); i++) {
            Expr argument = arguments.get(i);
            Shape shape = walk.scope().knowing(Facts.of(condition, i == 0), () -> evaluator.value(argument));
            result = result == null ? shape : Shapes.either(result, shape);
        }
        return result == null ? Shapes.UNRESOLVED : result;
    }

    /** Cases and results take turns; the last one alone is for all other cases. */
    private Shape choice(Shape value, List<Expr> arguments) {
        Shape result = null;
        for (int i = 0; i < arguments.size(); i++) {
            Shape shape = evaluator.value(arguments.get(i));
            boolean isResult = i % 2 == 1 || i == arguments.size() - 1;
            if (isResult) {
                result = result == null ? shape : Shapes.either(result, shape);
            } else {
                evaluator.operators().compare(arguments.get(i), "==", value, shape);
            }
        }
        return result == null ? Shapes.UNRESOLVED : result;
    }

    /** In the older of the two spellings that FreeMarker knows. */
    static String name(Expr.Builtin builtin) {
        StringBuilder name = new StringBuilder();
        for (char c : builtin.name().toCharArray()) {
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }
}
