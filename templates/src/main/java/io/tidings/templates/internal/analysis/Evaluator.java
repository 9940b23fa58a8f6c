package io.tidings.templates.internal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what expressions are, and reports those that have no value, or of which that cannot be told. */
final class Evaluator {

    static final String TOO_SHORT =
            "whether it is that long is known only when it is sent; begin at 0 and end with ..*, as in [0..*20]";
    private static final Set<String> SPECIAL_TEXTS = Set.of(
            "lang",
            "locale",
            "output_format",
            "template_name",
            "main_template_name",
            "current_template_name",
            "version",
            "incompatible_improvements",
            "url_escaping_charset");

    private final Walk walk;
    private final Builtins builtins;
    private final Operators operators;

    Evaluator(Walk walk) {
        this.walk = walk;
        this.builtins = new Builtins(this, walk);
        this.operators = new Operators(this, walk);
    }

    /** What it is; that there may be nothing is a problem. */
    Shape value(Expr expression) {
        Shape shape = optional(expression);
        if (shape instanceof Shape.Maybe maybe) {
            problem(expression, "there may be no such value; give a default with ! or ask with ?? before");
            return maybe.shape();
        }
        if (shape instanceof Shape.Nothing) {
            problem(expression, "there is no value here");
            return Shapes.UNRESOLVED;
        }
        return shape;
    }

    /** What it is, or may be: asks for the value itself with a default or {@code ??}. */
    Shape optional(Expr expression) {
        return evaluate(expression, false);
    }

    /** As in parentheses before a default: nothing on the way to the value has to be there. */
    private Shape evaluate(Expr expression, boolean lenient) {
        if (expression instanceof Expr.Text text) {
            return text(text);
        }
        if (expression instanceof Expr.Numeral) {
            return Shapes.NUMBER;
        }
        if (expression instanceof Expr.Bool) {
            return Shapes.BOOL;
        }
        if (expression instanceof Expr.Sequence sequence) {
            return new Shape.Sequence(sequence.items().stream()
                    .map(this::value)
                    .reduce(Shapes::either)
                    .orElse(Shapes.NOTHING));
        }
        if (expression instanceof Expr.Hash hash) {
            return hash(hash);
        }
        if (expression instanceof Expr.Range range) {
            if (range.to() == null) {
                problem(range, "a range without an end goes on for ever; say where it ends");
            }
            return range(range);
        }
        if (expression instanceof Expr.Parenthesis parenthesis) {
            return evaluate(parenthesis.inner(), true);
        }
        if (expression instanceof Expr.Name name) {
            return known(name, walk.find(name));
        }
        if (expression instanceof Expr.Special special) {
            return special(special);
        }
        if (expression instanceof Expr.Dot dot) {
            Shape target = lenient ? evaluate(dot.target(), true) : value(dot.target());
            return known(dot, absentWith(target, field(dot, dot.target(), target.present(), dot.name())));
        }
        if (expression instanceof Expr.Key key) {
            Shape target = lenient ? evaluate(key.target(), true) : value(key.target());
            return absentWith(target, key(key, target.present()));
        }
        if (expression instanceof Expr.Builtin builtin) {
            return builtins.apply(builtin, lenient);
        }
        if (expression instanceof Expr.Default other) {
            Shape shape = evaluate(other.target(), false);
            if (other.otherwise() == null) {
                return Shapes.orEmpty(shape);
            }
            Shape otherwise = optional(other.otherwise());
            return shape instanceof Shape.Nothing ? otherwise : Shapes.either(shape.present(), otherwise);
        }
        if (expression instanceof Expr.Exists exists) {
            optional(exists.target());
            return Shapes.BOOL;
        }
        if (expression instanceof Expr.Not not) {
            operators.condition(not.operand());
            return Shapes.BOOL;
        }
        if (expression instanceof Expr.Sign sign) {
            return operators.number(sign.operand());
        }
        if (expression instanceof Expr.Binary binary) {
            return operators.binary(binary);
        }
        if (expression instanceof Expr.Invoke invoke) {
            return walk.invoke(invoke, value(invoke.target()));
        }
        problem(expression, "this is understood only as an argument");
        return Shapes.UNRESOLVED;
    }

    private Shape known(Expr expression, Shape shape) {
        return walk.scope().isPresent(Facts.path(expression)) ? shape.present() : shape;
    }

    private static Shape absentWith(Shape target, Shape shape) {
        return target instanceof Shape.Maybe || target instanceof Shape.Nothing ? Shapes.maybe(shape) : shape;
    }

    private Shape text(Expr.Text text) {
        for (Object part : text.parts()) {
            if (part instanceof Expr expression) {
                printable(expression);
            }
        }
        String constant = text.constant();
        return constant == null ? Shapes.TEXT : new Shape.Text(Set.of(constant));
    }

    /** What {@code ${…}} shows. */
    Shape printable(Expr expression) {
        Shape shape = value(expression);
        if (shape instanceof Shape.Bool) {
            problem(expression, "yes or no cannot be shown; choose words for it with ?then or <#if>");
        } else if (!shape.printable() && !(shape instanceof Shape.Unresolved)) {
            problem(expression, "this is no text, number or time, and cannot be shown");
        }
        return shape;
    }

    private Shape hash(Expr.Hash hash) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        Shape others = null;
        for (int i = 0; i < hash.keys().size(); i++) {
            Shape value = value(hash.values().get(i));
            String key = hash.keys().get(i) instanceof Expr.Text text ? text.constant() : null;
            if (key == null) {
                value(hash.keys().get(i));
                others = others == null ? value : Shapes.either(others, value);
            } else {
                fields.put(key, value);
            }
        }
        return Shape.Hash.map(fields, others);
    }

    /** Of numbers; checks the ends that it has. */
    Shape range(Expr.Range range) {
        operators.number(range.from());
        if (range.to() != null) {
            operators.number(range.to());
        }
        return new Shape.Sequence(Shapes.NUMBER);
    }

    private Shape special(Expr.Special special) {
        if (SPECIAL_TEXTS.contains(special.name())) {
            return Shapes.TEXT;
        }
        if (special.name().equals("auto_esc")) {
            return Shapes.BOOL;
        }
        problem(special, "a template may use only the components of its record, the brand and what it assigns itself");
        return Shapes.UNRESOLVED;
    }

    /** What stands behind a dot. */
    Shape field(Expr expression, Expr of, Shape target, String name) {
        if (target instanceof Shape.Hash hash) {
            if (hash.fields().containsKey(name)) {
                walk.used(hash, name);
                return hash.fields().getOrDefault(name, Shapes.NOTHING);
            }
            if (hash.others() != null) {
                return Shapes.maybe(hash.others());
            }
            problem(
                    expression,
                    hash.name() + " has no component " + name + "; it has "
                            + String.join(", ", hash.fields().keySet()));
        } else if (target instanceof Shape.Time time) {
            return TimeValues.value(time.type(), name).orElseGet(() -> {
                problem(
                        expression,
                        "a " + time.type().getSimpleName() + " has no " + name + "; it has "
                                + String.join(", ", TimeValues.names(time.type())));
                return Shapes.UNRESOLVED;
            });
        } else if (target instanceof Shape.Library library) {
            Shape shape = library.namespace().variables().get(name);
            if (shape != null) {
                return shape;
            }
            problem(expression, library.namespace().file().name() + " has no " + name);
        } else if (isNumberFormat(of)) {
            return Shapes.TEXT;
        } else if (!(target instanceof Shape.Unresolved)) {
            problem(expression, "there is nothing behind a dot here");
        }
        return Shapes.UNRESOLVED;
    }

    private Shape key(Expr.Key key, Shape target) {
        if (key.key() instanceof Expr.Range range && !(target instanceof Shape.Hash)) {
            range(range);
            return slice(key, range, target);
        }
        Shape index = value(key.key());
        if (target instanceof Shape.Sequence sequence && (index instanceof Shape.Numeric || isNumbers(index))) {
            return isNumbers(index) ? slice(key, null, target) : Shapes.maybe(sequence.element());
        }
        if (target instanceof Shape.Hash hash && index instanceof Shape.Text text) {
            if (!text.values().isEmpty()) {
                return text.values().stream()
                        .map(name -> field(key, key.target(), hash, name))
                        .reduce(Shapes::either)
                        .orElse(Shapes.UNRESOLVED);
            }
            if (!hash.isRecord()) {
                return Shapes.maybe(anyOf(hash));
            }
        }
        if (isNumberFormat(key.target())) {
            return Shapes.TEXT;
        }
        if (target.printable() && index instanceof Shape.Numeric) {
            problem(key, TOO_SHORT);
            return Shapes.TEXT;
        }
        if (!(target instanceof Shape.Unresolved) && !(index instanceof Shape.Unresolved)) {
            problem(key, "which value this names cannot be told; name it, or index a map by the constants of an enum");
        }
        return Shapes.UNRESOLVED;
    }

    /** Where a slice begins behind the end, or ends there, FreeMarker fails; a default does not help. */
    private Shape slice(Expr.Key key, Expr.@Nullable Range range, Shape target) {
        if (target instanceof Shape.Unresolved) {
            return target;
        }
        if (range == null || !range.isWithinAnything()) {
            problem(key, TOO_SHORT);
        }
        if (target instanceof Shape.Sequence) {
            return target;
        }
        if (!target.printable() || target instanceof Shape.Markup) {
            problem(key, "only lists and texts have pieces");
        }
        return Shapes.TEXT;
    }

    /** What stands before the dot of {@code count?string.percent}. */
    private boolean isNumberFormat(Expr expression) {
        return expression instanceof Expr.Builtin builtin
                && builtin.name().equals("string")
                && builtin.arguments() == null
                && optional(builtin.target()).present() instanceof Shape.Numeric;
    }

    static Shape anyOf(Shape.Hash hash) {
        Shape some = hash.fields().values().stream().reduce(Shapes::either).orElse(Shapes.NOTHING);
        return hash.others() == null
                ? some
                : some instanceof Shape.Nothing ? hash.others() : Shapes.either(some, hash.others());
    }

    private static boolean isNumbers(Shape shape) {
        return shape instanceof Shape.Sequence sequence && sequence.element() instanceof Shape.Numeric;
    }

    Operators operators() {
        return operators;
    }

    List<Shape> values(List<Expr> expressions) {
        return expressions.stream().map(this::value).collect(Collectors.toList());
    }

    void problem(Expr expression, String problem) {
        walk.problem(expression.span(), problem);
    }
}
