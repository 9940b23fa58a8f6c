package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows one file's directives through every branch, whatever its condition, and into every macro that is called, with
 * the arguments of that call.
 */
final class Walk {

    private static final int MAX_STEPS = 200_000;
    private static final Pattern ATTRIBUTE_WITHOUT_QUOTES = Pattern.compile("<[^<>]*=\\s*\\z");

    private final PartAnalysis part;
    private final Evaluator evaluator = new Evaluator(this);
    private final Calls calls = new Calls(this, evaluator);
    private Frame frame;
    private int steps;
    /** Whether what is printed becomes a text, which is escaped when it is shown. */
    private boolean capturesText;

    Walk(PartAnalysis part, Namespace main) {
        this.part = part;
        this.frame = Frame.file(main, 0);
    }

    Frame frame() {
        return frame;
    }

    Scope scope() {
        return frame.scope();
    }

    void problem(Span span, String problem) {
        part.problem(span, problem);
    }

    Shape invoke(Expr.Invoke invoke, Shape callee) {
        return calls.invoke(invoke, callee);
    }

    void used(Shape.Hash hash, String field) {
        part.used(hash, field);
    }

    void unescaped(Span span, String how) {
        part.unescaped(span, how);
    }

    Shape find(Expr.Name name) {
        Shape shape = scope().find(name.name());
        return shape == null ? part.find(name) : shape;
    }

    void walk(Node.Block block) {
        Node before = null;
        for (Node node : block.nodes()) {
            if (++steps > MAX_STEPS) {
                problem(node.span(), "this part has too many paths to follow");
                return;
            }
            if (node instanceof Node.Output output) {
                output(output, before);
            } else {
                walk(node);
            }
            before = node;
        }
    }

    private void output(Node.Output output, @Nullable Node before) {
        evaluator.printable(output.value());
        if (!capturesText) {
            part.printed(output);
        }
        boolean bare = before instanceof Node.Literal literal
                && ATTRIBUTE_WITHOUT_QUOTES.matcher(literal.text()).find();
        if (bare && part.isHtml()) {
            problem(output.span(), "an attribute's value needs quotes around it");
        }
    }

    private void walk(Node node) {
        if (node instanceof Node.Block block) {
            walk(block);
        } else if (node instanceof Node.If choice) {
            choice(choice);
        } else if (node instanceof Node.Switch choice) {
            cases(choice);
        } else if (node instanceof Node.Loop loop) {
            loop(loop);
        } else if (node instanceof Node.Items items) {
            problem(items.span(), "<#items> must stand within its <#list>");
        } else if (node instanceof Node.Assign assign) {
            assign(assign);
        } else if (node instanceof Node.Capture capture) {
            capture(capture);
            scope().assign(capture.scope(), capture.name(), capture.markup() ? Shapes.MARKUP : Shapes.TEXT);
        } else if (node instanceof Node.Call call) {
            calls.call(call);
        } else if (node instanceof Node.Nested nested) {
            calls.nested(nested);
        } else if (node instanceof Node.Return result) {
            if (result.value() != null) {
                frame.returned().add(evaluator.value(result.value()));
            }
        } else if (node instanceof Node.Import imported) {
            library(imported);
        } else if (node instanceof Node.Include include) {
            part.load(include.path(), include.span(), scope().namespace().file())
                    .ifPresent(file -> {
                        define(file.block(), scope().namespace());
                        walk(file.block());
                    });
        } else if (node instanceof Node.Evaluate evaluate) {
            evaluator.values(evaluate.values());
        } else if (node instanceof Node.Attempt attempt) {
            branches(List.of(() -> walk(attempt.body()), () -> walk(attempt.recovery())));
        } else if (node instanceof Node.Unescaped unescaped) {
            unescaped(unescaped.span(), "this directive");
            walk(unescaped.body());
        } else if (node instanceof Node.Unsupported unsupported) {
            problem(unsupported.span(), unsupported.directive() + " cannot be followed; write it without");
        }
    }

    private void capture(Node.Capture capture) {
        boolean outer = capturesText;
        capturesText = !capture.markup();
        walk(capture.body());
        capturesText = outer;
    }

    /** Makes the macros of a file known; FreeMarker does so before it prints the first of it. */
    static void define(Node.Block block, Namespace namespace) {
        for (Node node : block.nodes()) {
            if (node instanceof Node.Macro macro) {
                namespace.variables().put(macro.name(), new Shape.Callable(macro, namespace));
            } else if (node instanceof Node.Block inner) {
                define(inner, namespace);
            } else if (node instanceof Node.If choice) {
                choice.branches().forEach(branch -> define(branch.body(), namespace));
            }
        }
    }

    private void choice(Node.If choice) {
        List<Runnable> ways = new ArrayList<>();
        Set<String> otherwise = new HashSet<>();
        boolean complete = false;
        for (Node.Branch branch : choice.branches()) {
            Set<String> facts = new HashSet<>(otherwise);
            if (branch.conditions().isEmpty()) {
                complete = true;
            } else {
                Expr condition = branch.conditions().get(0);
                Scope.State before = scope().state();
                scope().know(otherwise);
                evaluator.operators().condition(condition);
                scope().restore(before);
                facts.addAll(Facts.of(condition, true));
                otherwise.addAll(Facts.of(condition, false));
            }
            ways.add(() -> {
                scope().know(facts);
                walk(branch.body());
            });
        }
        if (!complete) {
            ways.add(() -> scope().know(otherwise));
        }
        branches(ways);
    }

    private void cases(Node.Switch choice) {
        Shape value = evaluator.value(choice.value());
        List<Runnable> ways = new ArrayList<>();
        for (Node.Branch branch : choice.cases()) {
            for (Expr condition : branch.conditions()) {
                evaluator.operators().compare(condition, "==", value, evaluator.value(condition));
            }
            ways.add(() -> walk(branch.body()));
        }
        ways.add(() -> {});
        branches(ways);
    }

    /** Goes each way from here, and knows afterwards what is so on all of them. */
    private void branches(List<Runnable> ways) {
        Scope.State before = scope().state();
        List<Scope.State> after = new ArrayList<>();
        for (Runnable way : ways) {
            scope().restore(before);
            way.run();
            after.add(scope().state());
        }
        scope().join(after);
    }

    private void loop(Node.Loop loop) {
        Shape source = evaluator.value(loop.source());
        Map<String, Shape> variables = variables(loop.source(), source, loop.variables());
        List<Runnable> ways = new ArrayList<>();
        // Twice, since what one turn assigns the next one sees.
        for (int turns = 1; turns <= 2; turns++) {
            int count = turns;
            ways.add(() -> {
                for (int i = 0; i < count; i++) {
                    turn(loop, source, variables);
                }
            });
        }
        ways.add(() -> {
            if (loop.otherwise() != null) {
                walk(loop.otherwise());
            }
        });
        branches(ways);
    }

    private void turn(Node.Loop loop, Shape source, Map<String, Shape> variables) {
        if (loop.variables().isEmpty()) {
            for (Node node : loop.body().nodes()) {
                if (node instanceof Node.Items items) {
                    inLoop(variables(loop.source(), source, items.variables()), items.body());
                } else {
                    walk(new Node.Block(List.of(node), node.span()));
                }
            }
        } else {
            inLoop(variables, loop.body());
        }
    }

    void inLoop(Map<String, Shape> variables, Node.Block body) {
        scope().enterLoop(variables);
        walk(body);
        scope().leaveLoop();
    }

    private Map<String, Shape> variables(Expr expression, Shape source, List<String> names) {
        Map<String, Shape> variables = new HashMap<>();
        if (source instanceof Shape.Sequence sequence && names.size() <= 1) {
            names.forEach(name -> variables.put(name, sequence.element()));
        } else if (source instanceof Shape.Hash hash && hash.path() == null && names.size() == 2) {
            variables.put(names.get(0), Shapes.TEXT);
            variables.put(names.get(1), Evaluator.anyOf(hash));
        } else {
            if (!(source instanceof Shape.Unresolved) && !names.isEmpty()) {
                problem(expression.span(), "this is no list, and no map whose keys and values could be listed");
            }
            names.forEach(name -> variables.put(name, Shapes.UNRESOLVED));
        }
        return variables;
    }

    private void assign(Node.Assign assign) {
        Shape value = assign.value() == null ? Shapes.NUMBER : evaluator.value(assign.value());
        if (!assign.operator().equals("=")) {
            Shape before = evaluator.value(new Expr.Name(assign.name(), assign.span()));
            value = assign.operator().equals("+=") ? Shapes.either(before, value) : Shapes.NUMBER;
        }
        if (assign.scope() == Node.Scope.GLOBAL) {
            problem(assign.span(), "<#global> would be seen by every file; use <#assign>");
        }
        scope().assign(assign.scope(), assign.name(), value);
    }

    private void library(Node.Import imported) {
        part.load(imported.path(), imported.span(), scope().namespace().file()).ifPresent(file -> {
            Namespace namespace = part.library(file, this);
            scope().assign(Node.Scope.NAMESPACE, imported.name(), new Shape.Library(namespace));
        });
    }

    /** Walks a library's own directives, as FreeMarker does when it is first imported. */
    void walkLibrary(PartAnalysis.Loaded file, Namespace namespace) {
        within(Frame.file(namespace, frame.depth() + 1), () -> {
            define(file.block(), namespace);
            walk(file.block());
        });
    }

    void within(Frame inner, Runnable walk) {
        Frame outer = frame;
        frame = inner;
        walk.run();
        frame = outer;
    }
}
