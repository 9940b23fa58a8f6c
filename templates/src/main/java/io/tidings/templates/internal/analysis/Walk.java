package io.tidings.templates.internal.analysis;

import io.tidings.templates.internal.markup.Links;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows one file's directives through every branch, whatever its condition, and into every macro that is called, with
 * the arguments of that call.
 */
final class Walk {

    private static final String INSECURE = "http://";
    private static final int MAX_STEPS = 200_000;
    private static final Pattern LINK = Pattern.compile(
            "<(?<element>\\w+)\\b[^<>]*\\b(?<attribute>href|src)\\s*=\\s*[\"']\\s*\\z", Pattern.CASE_INSENSITIVE);

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

    Shape function(Shape.Callable callable, Span span, List<Shape> arguments) {
        return calls.function(callable, span, arguments);
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
                if (steps == MAX_STEPS + 1) {
                    problem(node.span(), "this part has too many paths to follow");
                }
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
        Shape shape = evaluator.printable(output.value());
        if (!capturesText) {
            part.printed(output);
        }
        if (part.isHtml() && before instanceof Node.Literal literal && shape instanceof Shape.Text text) {
            link(output, literal, text);
        }
    }

    /** A link that a template names itself, such as the argument of a macro that makes a button. */
    private void link(Node.Output output, Node.Literal before, Shape.Text target) {
        Matcher link = LINK.matcher(before.text());
        if (link.find()) {
            target.values().stream()
                    .filter(value -> !value.isBlank())
                    .map(value -> Links.problem(link.group("attribute"), link.group("element"), value.strip()))
                    .filter(Objects::nonNull)
                    .forEach(problem -> problem(output.span(), problem));
        }
    }

    private void walk(Node node) {
        if (node instanceof Node.Block block) {
            walk(block);
        } else if (node instanceof Node.Literal literal) {
            plainText(literal.span());
        } else if (node instanceof Node.If choice) {
            choice(choice);
        } else if (node instanceof Node.Switch choice) {
            cases(choice);
        } else if (node instanceof Node.Loop loop) {
            loop(loop);
        } else if (node instanceof Node.Items items) {
            items(items);
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
            include(include);
        } else if (node instanceof Node.Setting setting) {
            setting(setting);
        } else if (node instanceof Node.Stop stop) {
            evaluator.values(stop.message());
        } else if (node instanceof Node.Macro macro) {
            scope().assign(Node.Scope.NAMESPACE, macro.name(), new Shape.Callable(macro, scope().namespace()));
        } else if (node instanceof Node.Attempt attempt) {
            branches(List.of(way(attempt.body()), way(attempt.recovery())));
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
            } else {
                node.bodies().forEach(body -> define(body, namespace));
            }
        }
    }

    private void plainText(Span span) {
        int link = part.isHtml() ? -1 : span.text().indexOf(INSECURE);
        if (link >= 0) {
            Span at = span.source().span(span.from() + link, span.from() + link + INSECURE.length());
            problem(at, "a link begins with http: and must begin with https:");
        }
    }

    private void setting(Node.Setting setting) {
        evaluator.value(setting.value());
        if (!(setting.value() instanceof Expr.Text text && text.constant() != null)) {
            problem(setting.span(), "whether a setting can be this is known only when it is sent; write it in quotes");
        }
    }

    private void include(Node.Include include) {
        if (Calls.isTooDeep(frame)) {
            problem(include.span(), Calls.TOO_DEEP);
            return;
        }
        part.load(include.path(), include.span(), scope().namespace().file())
                .ifPresent(file -> within(frame.deeper(), () -> {
                    define(file.block(), scope().namespace());
                    walk(file.block());
                }));
    }

    private void choice(Node.If choice) {
        List<Way> ways = new ArrayList<>();
        Set<String> otherwise = new HashSet<>();
        for (Node.Branch branch : choice.branches()) {
            Set<String> facts = new HashSet<>(otherwise);
            for (Expr condition : branch.conditions()) {
                scope().knowing(Set.copyOf(otherwise), () -> {
                    evaluator.operators().condition(condition);
                    return condition;
                });
                facts.addAll(Facts.of(condition, true));
                otherwise.addAll(Facts.of(condition, false));
            }
            ways.add(new Way(Flow.leaves(branch.body()), () -> {
                scope().know(facts);
                walk(branch.body());
            }));
        }
        if (!choice.isComplete()) {
            ways.add(new Way(false, () -> scope().know(otherwise)));
        }
        branches(ways);
    }

    private void cases(Node.Switch choice) {
        Shape value = evaluator.value(choice.value());
        Set<String> left = new HashSet<>(value instanceof Shape.Text text ? text.values() : Set.of());
        boolean complete = choice.isComplete() || !left.isEmpty();
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < choice.cases().size(); i++) {
            for (Expr condition : choice.cases().get(i).conditions()) {
                Shape other = evaluator.value(condition);
                evaluator.operators().compare(condition, "==", value, other);
                if (other instanceof Shape.Text text && text.values().size() == 1) {
                    left.removeAll(text.values());
                }
            }
            int from = i;
            ways.add(new Way(false, () -> casesFrom(choice, from)));
        }
        if (!complete || (!choice.isComplete() && !left.isEmpty())) {
            ways.add(new Way(false, () -> {}));
        }
        State before = state();
        branches(ways);
        state().knowingOnly(before).restore();
    }

    /** A case, and those that follow it as long as none ends in {@code <#break>}. */
    private void casesFrom(Node.Switch choice, int from) {
        for (int i = from; i < choice.cases().size(); i++) {
            Node.Block body = choice.cases().get(i).body();
            walk(body);
            if (!choice.fallsThrough() || Flow.leaves(body)) {
                return;
            }
        }
    }

    /**
     * One of several ways to go on.
     *
     * @param leaves whether what follows is not reached on it
     */
    private record Way(boolean leaves, Runnable walk) {}

    private Way way(Node.Block body) {
        return new Way(Flow.leaves(body), () -> walk(body));
    }

    /** Goes each way from here, and knows afterwards what is so on all of those that lead there. */
    private void branches(List<Way> ways) {
        State before = state();
        State all = null;
        State reaching = null;
        for (Way way : ways) {
            before.restore();
            way.walk().run();
            State after = state();
            all = all == null ? after : all.or(after);
            if (!way.leaves()) {
                reaching = reaching == null ? after : reaching.or(after);
            }
        }
        if (all != null) {
            // A variable can have been assigned on a way that led elsewhere, such as out of a loop.
            (reaching == null ? all : all.knowing(reaching)).restore();
        }
    }

    private State state() {
        return State.of(part.namespaces(), frame);
    }

    private void loop(Node.Loop loop) {
        Shape source = evaluator.value(loop.source());
        Map<String, Shape> variables = variables(loop.source(), source, loop.variables());
        List<Way> ways = new ArrayList<>();
        // Twice, since what one turn assigns the next one sees.
        for (int turns = 1; turns <= 2; turns++) {
            int count = turns;
            ways.add(new Way(false, () -> {
                for (int i = 0; i < count; i++) {
                    turn(loop, variables);
                }
            }));
        }
        ways.add(new Way(false, () -> {
            if (loop.otherwise() != null) {
                walk(loop.otherwise());
            }
        }));
        State before = state();
        branches(ways);
        state().knowingOnly(before).restore();
    }

    private void turn(Node.Loop loop, Map<String, Shape> variables) {
        if (loop.variables().isEmpty()) {
            scope().inList(loop.source(), () -> walk(loop.body()));
        } else {
            inLoop(variables, loop.body());
        }
    }

    private void items(Node.Items items) {
        Expr source = scope().list();
        if (source == null) {
            problem(items.span(), "<#items> must stand within its <#list>");
        } else {
            inLoop(variables(source, evaluator.value(source), items.variables()), items.body());
        }
    }

    void inLoop(Map<String, Shape> variables, Node.Block body) {
        scope().inLoop(variables, () -> walk(body));
    }

    private Map<String, Shape> variables(Expr expression, Shape source, List<String> names) {
        Map<String, Shape> variables = new HashMap<>();
        if (source instanceof Shape.Sequence sequence && names.size() <= 1) {
            names.forEach(name -> variables.put(name, sequence.element()));
        } else if (source instanceof Shape.Hash hash && !hash.isRecord() && names.size() == 2) {
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
        if (assign.scope() == Node.Scope.GLOBAL) {
            problem(assign.span(), "<#global> would be seen by every file; use <#assign>");
        }
        Shape value = assign.value() == null ? Shapes.NUMBER : evaluator.value(assign.value());
        if (!assign.operator().equals("=")) {
            Expr name = new Expr.Name(assign.name(), assign.span());
            Shape before = evaluator.value(name);
            if (assign.operator().equals("+=")) {
                value = evaluator.operators().sum(name, before, value);
            } else {
                evaluator.operators().number(name, before);
                value = evaluator.operators().number(assign.value() == null ? name : assign.value(), value);
            }
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
