package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows macros and functions, each with the arguments of its call. */
final class Calls {

    static final String TOO_DEEP = "files, macros and functions call each other too deeply to follow";
    private static final int MAX_DEPTH = 50;

    private final Walk walk;
    private final Evaluator evaluator;

    Calls(Walk walk, Evaluator evaluator) {
        this.walk = walk;
        this.evaluator = evaluator;
    }

    void call(Node.Call call) {
        Shape callee = evaluator.value(call.callee());
        if (callee instanceof Shape.Callable callable && !callable.macro().function()) {
            Map<String, Shape> named = new LinkedHashMap<>();
            call.named().forEach((name, value) -> named.put(name, evaluator.optional(value)));
            List<Shape> positional =
                    call.positional().stream().map(evaluator::optional).toList();
            run(callable, call.span(), named, positional, call);
        } else if (!(callee instanceof Shape.Unresolved)) {
            walk.problem(call.span(), "this is no macro");
        }
    }

    Shape invoke(Expr.Invoke invoke, Shape callee) {
        List<Shape> arguments =
                invoke.arguments().stream().map(evaluator::optional).toList();
        if (callee instanceof Shape.Callable callable && callable.macro().function()) {
            return function(callable, invoke.span(), arguments);
        }
        if (!(callee instanceof Shape.Unresolved)) {
            walk.problem(invoke.span(), "this is no function");
        }
        return Shapes.UNRESOLVED;
    }

    /** What a function returns; nothing where it ends without {@code <#return>}. */
    Shape function(Shape.Callable callable, Span span, List<Shape> arguments) {
        List<Shape> returned = run(callable, span, Map.of(), arguments, null);
        Shape end = Flow.returns(callable.macro().body()) ? null : Shapes.NOTHING;
        return returned.stream()
                .reduce(Shapes::either)
                .map(shape -> end == null ? shape : Shapes.either(shape, end))
                .orElse(Shapes.NOTHING);
    }

    static boolean isTooDeep(Frame frame) {
        return frame.depth() >= MAX_DEPTH;
    }

    private List<Shape> run(
            Shape.Callable callable,
            Span span,
            Map<String, Shape> named,
            List<Shape> positional,
            Node.@Nullable Call call) {
        if (isTooDeep(walk.frame())) {
            walk.problem(span, TOO_DEEP);
            return List.of(Shapes.UNRESOLVED);
        }
        Map<String, Shape> given = given(callable.macro(), span, named, positional);
        Frame inner = new Frame(
                new Scope(callable.home(), given),
                call,
                walk.frame(),
                new ArrayList<>(),
                walk.frame().depth() + 1);
        Set<String> known = walk.scope().knownOfModel();
        walk.within(inner, () -> {
            known.stream().filter(inner.scope()::isOfModel).forEach(path -> inner.scope()
                    .know(Set.of(path)));
            callable.macro().parameters().forEach((name, otherwise) -> walk.scope()
                    .assign(
                            Node.Scope.LOCAL,
                            name,
                            parameter(name, given.getOrDefault(name, Shapes.NOTHING), otherwise, span)));
            walk.walk(callable.macro().body());
        });
        return inner.returned();
    }

    /** What a parameter is in the macro: what it was given, or else its default. */
    private Shape parameter(String name, Shape given, @Nullable Expr otherwise, Span span) {
        boolean missing = given instanceof Shape.Nothing;
        if (!missing && !(given instanceof Shape.Maybe)) {
            return given;
        }
        if (otherwise == null) {
            walk.problem(span, "it must be given a value for " + name);
            return missing ? Shapes.UNRESOLVED : given.present();
        }
        Shape fallback = evaluator.value(otherwise);
        return missing ? fallback : Shapes.either(given.present(), fallback);
    }

    private Map<String, Shape> given(Node.Macro macro, Span span, Map<String, Shape> named, List<Shape> positional) {
        Map<String, Shape> given = new HashMap<>();
        Map<String, Shape> more = new LinkedHashMap<>();
        List<String> names = List.copyOf(macro.parameters().keySet());
        List<Shape> rest = new ArrayList<>();
        for (int i = 0; i < positional.size(); i++) {
            if (i < names.size()) {
                given.put(names.get(i), positional.get(i));
            } else {
                rest.add(positional.get(i).present());
            }
        }
        named.forEach((name, shape) -> (names.contains(name) ? given : more).put(name, shape));
        if (macro.rest() == null && !(rest.isEmpty() && more.isEmpty())) {
            walk.problem(span, macro.name() + " takes only " + String.join(", ", names));
        }
        if (macro.rest() != null) {
            given.put(
                    macro.rest(),
                    more.isEmpty()
                            ? new Shape.Sequence(
                                    rest.stream().reduce(Shapes::either).orElse(Shapes.NOTHING))
                            : Shape.Hash.map(more, null));
        }
        return given;
    }

    void nested(Node.Nested nested) {
        List<Shape> values = evaluator.values(nested.values());
        Node.Call call = walk.frame().call();
        Frame caller = walk.frame().caller();
        if (call == null || caller == null) {
            return;
        }
        Map<String, Shape> variables = new HashMap<>();
        for (int i = 0; i < call.variables().size(); i++) {
            variables.put(call.variables().get(i), i < values.size() ? values.get(i) : Shapes.NOTHING);
        }
        walk.within(caller, () -> walk.inLoop(variables, call.body()));
    }
}
