package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a directive behind its name. */
final class Heads {

    private Heads() {}

    static List<String> loopVariables(Scanner scanner) {
        return scanner.takeWord(Set.of("as")) == null ? List.of() : words(scanner);
    }

    static List<String> words(Scanner scanner) {
        List<String> words = new ArrayList<>();
        do {
            words.add(scanner.word());
        } while (scanner.takeAny(",") != null);
        return words;
    }

    /** Of a macro, with their defaults; the result is the one that takes all others. */
    static @Nullable String parameters(Scanner scanner, Map<String, @Nullable Expr> parameters) {
        String rest = null;
        scanner.takeAny("(");
        while (scanner.isAtWord()) {
            String parameter = scanner.word();
            if (scanner.takeAny("...") != null) {
                rest = parameter;
            } else {
                boolean hasDefault = scanner.takeAny("=") != null;
                parameters.put(parameter, hasDefault ? new ExpressionParser(scanner).namedArgument() : null);
            }
            scanner.takeAny(",");
        }
        return rest;
    }

    /** Of a call: those with names go into the map. */
    static List<Expr> arguments(Scanner scanner, Map<String, Expr> named) {
        List<Expr> positional = new ArrayList<>();
        while (scanner.startsOperand() && !scanner.isAt(".]")) {
            Expr argument = new ExpressionParser(scanner).callArgument(named);
            if (argument != null) {
                positional.add(argument);
            }
            scanner.takeAny(",");
        }
        return positional;
    }

    static List<Expr> positional(Scanner scanner) {
        List<Expr> values = new ArrayList<>();
        while (scanner.startsOperand()) {
            values.add(new ExpressionParser(scanner).expression());
            scanner.takeAny(",");
        }
        return values;
    }

    /** Of a variable or macro; it may be in quotes. */
    static String name(Scanner scanner) {
        if (!scanner.isAtText()) {
            return scanner.word();
        }
        List<Object> parts = scanner.text();
        if (parts.size() != 1 || !(parts.get(0) instanceof String name)) {
            throw scanner.unreadable();
        }
        return name;
    }
}
