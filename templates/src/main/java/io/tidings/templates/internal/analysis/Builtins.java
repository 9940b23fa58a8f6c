package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FreeMarker's built-ins: what stands behind a question mark. */
final class Builtins {

    private static final Set<String> TEXT_TO_TEXT = Set.of(
            "upper_case",
            "lower_case",
            "c_upper_case",
            "c_lower_case",
            "cap_first",
            "uncap_first",
            "capitalize",
            "trim",
            "url",
            "url_path",
            "replace",
            "left_pad",
            "right_pad",
            "truncate",
            "truncate_w",
            "truncate_c",
            "keep_after",
            "keep_after_last",
            "keep_before",
            "keep_before_last",
            "remove_beginning",
            "remove_ending",
            "ensure_starts_with",
            "ensure_ends_with",
            "substring",
            "chop_linebreak",
            "js_string",
            "json_string",
            "j_string");
    private static final Set<String> TEXT_TO_BOOL = Set.of("contains", "starts_with", "ends_with", "matches");
    private static final Set<String> TEXT_TO_NUMBER = Set.of("length", "index_of", "last_index_of");
    private static final Set<String> TEXT_TO_TEXTS = Set.of("split", "word_list");
    private static final Set<String> NUMBER_TO_NUMBER =
            Set.of("abs", "ceiling", "floor", "round", "int", "long", "double", "float", "short", "byte");
    private static final Set<String> NUMBER_TO_TEXT = Set.of("lower_abc", "upper_abc");
    private static final Set<String> LOOP_TO_NUMBER = Set.of("index", "counter");
    private static final Set<String> LOOP_TO_BOOL =
            Set.of("has_next", "is_first", "is_last", "is_even_item", "is_odd_item");
    private static final Set<String> LOOP_TO_TEXT = Set.of("item_parity", "item_parity_cap");
    private static final Set<String> SEQUENCE_TO_SAME =
            Set.of("reverse", "sort", "filter", "take_while", "drop_while", "sequence");
    private static final Set<String> SEQUENCE_TO_ELEMENT = Set.of("first", "last", "min", "max");
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

    Builtins(Evaluator evaluator, Walk walk) {
        this.evaluator = evaluator;
        this.walk = walk;
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
                return evaluator.optional(builtin.target()).present();
            }
            case "default" -> {
                Shape shape = evaluator.optional(builtin.target());
                return arguments.isEmpty() ? shape : Shapes.either(shape.present(), evaluator.value(arguments.get(0)));
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
        if (target instanceof Shape.Sequence sequence) {
            return ofSequence(builtin, name, sequence, arguments);
        }
        if (LOOP_TO_NUMBER.contains(name)) {
            return Shapes.NUMBER;
        }
        if (LOOP_TO_BOOL.contains(name)) {
            return Shapes.BOOL;
        }
        if (LOOP_TO_TEXT.contains(name)) {
            return Shapes.TEXT;
        }
        if (name.startsWith("is_")) {
            return Shapes.BOOL;
        }
        evaluator.values(arguments);
        if (name.equals("item_cycle")) {
            return evaluator.values(arguments).stream().reduce(Shapes::either).orElse(Shapes.TEXT);
        }
        if (READS_TEXT.contains(name)) {
            evaluator.problem(
                    builtin,
                    "whether the text reads as ?" + name
                            + " is known only when it is sent; give the record a component of that type");
            return name.equals("number") ? Shapes.NUMBER : name.equals("boolean") ? Shapes.BOOL : Shapes.TEXT;
        }
        Shape result = target instanceof Shape.Hash hash ? ofHash(name, hash) : ofScalar(name, target);
        if (result == null) {
            evaluator.problem(builtin, "what ?" + name + " makes of this cannot be told");
            return Shapes.UNRESOLVED;
        }
        return result;
    }

    private static @Nullable Shape ofScalar(String name, Shape target) {
        boolean scalar = target.printable() || target instanceof Shape.Bool;
        if (!scalar) {
            return null;
        }
        if (name.equals("c") || name.equals("cn") || name.equals("string") || name.equals("markup_string")) {
            return Shapes.TEXT;
        }
        if (name.equals("esc")) {
            return Shapes.MARKUP;
        }
        if (target instanceof Shape.Numeric && NUMBER_TO_NUMBER.contains(name)) {
            return Shapes.NUMBER;
        }
        if (target instanceof Shape.Numeric && NUMBER_TO_TEXT.contains(name)) {
            return Shapes.TEXT;
        }
        if (target instanceof Shape.Bool || target instanceof Shape.Markup) {
            return null;
        }
        if (TEXT_TO_TEXT.contains(name)) {
            return Shapes.TEXT;
        }
        if (TEXT_TO_BOOL.contains(name)) {
            return Shapes.BOOL;
        }
        if (TEXT_TO_NUMBER.contains(name)) {
            return Shapes.NUMBER;
        }
        return TEXT_TO_TEXTS.contains(name) ? new Shape.Sequence(Shapes.TEXT) : null;
    }

    private static @Nullable Shape ofHash(String name, Shape.Hash hash) {
        if (name.equals("size")) {
            return Shapes.NUMBER;
        }
        if (hash.path() != null) {
            return null;
        }
        if (name.equals("keys")) {
            return new Shape.Sequence(
                    hash.others() == null ? new Shape.Text(hash.fields().keySet()) : Shapes.TEXT);
        }
        return name.equals("values") ? new Shape.Sequence(Evaluator.anyOf(hash)) : null;
    }

    private Shape ofSequence(Expr.Builtin builtin, String name, Shape.Sequence sequence, List<Expr> arguments) {
        List<Shape> given = new ArrayList<>();
        for (Expr argument : arguments) {
            given.add(
                    argument instanceof Expr.Lambda lambda
                            ? lambda(lambda, sequence.element())
                            : evaluator.value(argument));
        }
        if (SEQUENCE_TO_SAME.contains(name)) {
            return sequence;
        }
        if (SEQUENCE_TO_ELEMENT.contains(name)) {
            return Shapes.maybe(sequence.element());
        }
        switch (name) {
            case "size", "seq_index_of", "seq_last_index_of" -> {
                return Shapes.NUMBER;
            }
            case "seq_contains" -> {
                return Shapes.BOOL;
            }
            case "join" -> {
                if (!sequence.element().printable() && sequence.element() != Shapes.NOTHING) {
                    evaluator.problem(builtin, "only texts, numbers and times can be joined");
                }
                return Shapes.TEXT;
            }
            case "chunk" -> {
                return new Shape.Sequence(sequence);
            }
            case "map" -> {
                return new Shape.Sequence(given.isEmpty() ? Shapes.UNRESOLVED : given.get(0));
            }
            case "sort_by" -> {
                sortKey(arguments, sequence.element());
                return sequence;
            }
            default -> {
                if (name.startsWith("is_")) {
                    return Shapes.BOOL;
                }
                evaluator.problem(builtin, "what ?" + name + " makes of a list cannot be told");
                return Shapes.UNRESOLVED;
            }
        }
    }

    private Shape lambda(Expr.Lambda lambda, Shape element) {
        Map<String, Shape> variables = new HashMap<>();
        lambda.parameters().forEach(parameter -> variables.put(parameter, element));
        walk.scope().enterLoop(variables);
        Shape result = evaluator.value(lambda.body());
        walk.scope().leaveLoop();
        return result;
    }

    private void sortKey(List<Expr> arguments, Shape element) {
        for (Expr argument : arguments) {
            String constant = argument instanceof Expr.Text text ? text.constant() : null;
            if (constant == null) {
                evaluator.problem(argument, "what this sorts by cannot be told; give one name");
            } else {
                evaluator.field(argument, argument, element, constant);
            }
        }
    }

    private Shape then(Expr condition, List<Expr> arguments) {
        evaluator.operators().condition(condition);
        Shape result = null;
        for (int i = 0; i < arguments.size(); i++) {
            Scope.State before = walk.scope().state();
            walk.scope().know(Facts.of(condition, i == 0));
            Shape shape = evaluator.value(arguments.get(i));
            walk.scope().restore(before);
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
    private static String name(Expr.Builtin builtin) {
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
