package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions as FreeMarker 2.3 does, from a place in a file on.
 *
 * <p>FreeMarker has read the file before, so that it is known to be right; what this parser does not know after all is
 * an {@link UnreadableException}, which becomes a problem.
 */
final class ExpressionParser {

    private static final Set<String> BEFORE_COMPARISON = Set.of("gte", "lte", "gt", "lt");

    private final Scanner scanner;
    private int parentheses;
    /** Within the named arguments of a call, {@code !} before a blank takes no default. */
    private boolean namedArguments;

    ExpressionParser(Scanner scanner) {
        this.scanner = scanner;
    }

    Expr expression() {
        Expr left = and();
        while (scanner.takeAny("||", "|") != null) {
            left = binary("||", left, and());
        }
        return left;
    }

    Expr namedArgument() {
        namedArguments = true;
        try {
            return expression();
        } finally {
            namedArguments = false;
        }
    }

    /** Reads {@code name=value} into the map, or else an argument that has no name. */
    @Nullable
    Expr callArgument(Map<String, Expr> named) {
        String name = scanner.argumentName();
        if (name == null) {
            return expression();
        }
        named.put(name, namedArgument());
        return null;
    }

    private Expr and() {
        Expr left = equality();
        while (scanner.takeAny("&amp;&amp;", "&&", "&") != null) {
            left = binary("&&", left, equality());
        }
        return left;
    }

    private Expr equality() {
        Expr left = relational();
        String operator = scanner.takeAny("==", "!=", "=");
        return operator == null ? left : binary(operator.equals("=") ? "==" : operator, left, relational());
    }

    private Expr relational() {
        Expr left = range();
        String operator =
                scanner.takeAny("&lt;=", "&gt;=", "&lt;", "&gt;", "\\lte", "\\gte", "\\lt", "\\gt", "<=", "<");
        if (operator == null && parentheses > 0) {
            operator = scanner.takeAny(">=", ">");
        }
        if (operator == null) {
            operator = scanner.takeWord(BEFORE_COMPARISON);
        }
        return operator == null ? left : binary("<", left, range());
    }

    private Expr range() {
        Expr from = additive();
        String operator = scanner.takeAny("..<", "..!", "..*", "..");
        if (operator == null) {
            return from;
        }
        Expr to = operator.equals("..") && !scanner.startsOperand() ? null : additive();
        return new Expr.Range(operator, from, to, since(from));
    }

    private Expr additive() {
        Expr left = multiplicative();
        for (String operator = additiveOperator(); operator != null; operator = additiveOperator()) {
            left = binary(operator, left, multiplicative());
        }
        return left;
    }

    private @Nullable String additiveOperator() {
        return scanner.isAt("->") ? null : scanner.takeAny("+", "-");
    }

    private Expr multiplicative() {
        Expr left = unary();
        for (String operator = multiplier(); operator != null; operator = multiplier()) {
            left = binary(operator, left, unary());
        }
        return left;
    }

    private @Nullable String multiplier() {
        return scanner.isAt("/>") || scanner.isAt("/]") ? null : scanner.takeAny("*", "/", "%");
    }

    private Expr unary() {
        int from = scanner.next();
        if (scanner.takeAny("!") != null) {
            Expr operand = scanner.isAt("!") ? unary() : primary();
            return new Expr.Not(operand, scanner.since(from));
        }
        if (scanner.takeAny("+", "-") != null) {
            return new Expr.Sign(primary(), scanner.since(from));
        }
        return primary();
    }

    private Expr primary() {
        Expr expression = atom();
        while (true) {
            if (scanner.isAt("..")) {
                return expression;
            }
            if (scanner.takeAny(".") != null) {
                expression = new Expr.Dot(expression, scanner.wordOrStar(), since(expression));
            } else if (scanner.isAt("[") && !scanner.isAt("[#") && !scanner.isAt("[@") && !scanner.isAt("[/")) {
                scanner.expect("[");
                Expr key = nested(this::expression);
                scanner.expect("]");
                expression = new Expr.Key(expression, key, since(expression));
            } else if (scanner.isAt("(")) {
                List<Expr> arguments = arguments();
                expression = new Expr.Invoke(expression, arguments, since(expression));
            } else if (scanner.takeAny("??") != null) {
                expression = new Expr.Exists(expression, since(expression));
            } else if (scanner.takeAny("?") != null) {
                String name = scanner.word();
                List<Expr> arguments = scanner.isAt("(") ? arguments() : null;
                expression = new Expr.Builtin(expression, name, arguments, since(expression));
            } else if (scanner.isAt("!") && !scanner.isAt("!=")) {
                scanner.expect("!");
                boolean ends = namedArguments && parentheses == 0 && scanner.isBlank();
                Expr otherwise = ends || !scanner.startsOperand() ? null : expression();
                expression = new Expr.Default(expression, otherwise, since(expression));
            } else {
                return expression;
            }
        }
    }

    private List<Expr> arguments() {
        scanner.expect("(");
        List<Expr> arguments = new ArrayList<>();
        parentheses++;
        while (!scanner.isAt(")")) {
            arguments.add(argument());
            scanner.takeAny(",");
        }
        parentheses--;
        scanner.expect(")");
        return arguments;
    }

    private Expr argument() {
        int from = scanner.next();
        List<String> parameters = scanner.lambdaParameters();
        if (parameters == null) {
            return expression();
        }
        return new Expr.Lambda(parameters, expression(), scanner.since(from));
    }

    private Expr atom() {
        int from = scanner.next();
        if (scanner.takeAny("(") != null) {
            parentheses++;
            Expr inner = expression();
            parentheses--;
            scanner.expect(")");
            return new Expr.Parenthesis(inner, scanner.since(from));
        }
        if (scanner.takeAny("[") != null) {
            List<Expr> items = nested(() -> list("]"));
            scanner.expect("]");
            return new Expr.Sequence(items, scanner.since(from));
        }
        if (scanner.takeAny("{") != null) {
            return hash(from);
        }
        if (scanner.isAtText()) {
            List<Object> parts = scanner.text();
            return new Expr.Text(parts, scanner.since(from));
        }
        if (scanner.takeNumber()) {
            return new Expr.Numeral(scanner.since(from));
        }
        if (scanner.takeAny(".") != null) {
            String name = scanner.word();
            return new Expr.Special(name, scanner.since(from));
        }
        String name = scanner.word();
        return name.equals("true") || name.equals("false")
                ? new Expr.Bool(scanner.since(from))
                : new Expr.Name(name, scanner.since(from));
    }

    private Expr hash(int from) {
        List<Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        nested(() -> {
            while (!scanner.isAt("}")) {
                keys.add(expression());
                if (scanner.takeAny(":") == null) {
                    scanner.expect(",");
                }
                values.add(expression());
                scanner.takeAny(",");
            }
            return keys;
        });
        scanner.expect("}");
        return new Expr.Hash(keys, values, scanner.since(from));
    }

    private List<Expr> list(String end) {
        List<Expr> items = new ArrayList<>();
        while (!scanner.isAt(end)) {
            items.add(expression());
            scanner.takeAny(",");
        }
        return items;
    }

    /** Reads what stands in brackets or braces, in which neither parentheses nor named arguments go on. */
    private <T> T nested(Supplier<T> reading) {
        int outerParentheses = parentheses;
        boolean outerNamed = namedArguments;
        namedArguments = false;
        try {
            return reading.get();
        } finally {
            parentheses = outerParentheses;
            namedArguments = outerNamed;
        }
    }

    private Expr binary(String operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right, since(left));
    }

    private Span since(Expr first) {
        return scanner.since(first.span().from());
    }
}
