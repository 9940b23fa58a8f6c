package io.tidings.templates.internal.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables that one place of a file sees, and what is known of them there. */
final class Scope {

    private final Namespace namespace;
    /** A macro's own variables; null outside of macros. */
    private @Nullable Map<String, Shape> locals;

    private final Deque<Map<String, Shape>> loops = new ArrayDeque<>();
    /** The lists around this place whose variables {@code <#items>} names. */
    private final Deque<Expr> lists = new ArrayDeque<>();
    /** What is there for certain, such as {@code brand.logoUrl} where a condition has asked for it. */
    private Set<String> present = new HashSet<>();

    Scope(Namespace namespace, @Nullable Map<String, Shape> locals) {
        this.namespace = namespace;
        this.locals = locals;
    }

    Namespace namespace() {
        return namespace;
    }

    @Nullable
    Shape find(String name) {
        for (Map<String, Shape> variables : loops) {
            if (variables.containsKey(name)) {
                return variables.get(name);
            }
        }
        if (locals != null && locals.containsKey(name)) {
            return locals.get(name);
        }
        return namespace.variables().get(name);
    }

    void assign(Node.Scope where, String name, Shape shape) {
        forget(Set.of(name));
        (where == Node.Scope.LOCAL && locals != null ? locals : namespace.variables()).put(name, shape);
    }

    /** Follows a loop's body. What was known of other variables with these names is so again afterwards. */
    void inLoop(Map<String, Shape> variables, Runnable body) {
        Set<String> shadowed = present.stream()
                .filter(path -> variables.containsKey(root(path)))
                .collect(Collectors.toSet());
        forget(variables.keySet());
        loops.push(variables);
        body.run();
        loops.pop();
        forget(variables.keySet());
        present.addAll(shadowed);
    }

    /** Follows the body of a {@code <#list>} that leaves it to {@code <#items>} to name variables. */
    void inList(Expr source, Runnable body) {
        lists.push(source);
        body.run();
        lists.pop();
    }

    @Nullable
    Expr list() {
        return lists.peek();
    }

    boolean isPresent(@Nullable String path) {
        return path != null && present.contains(path);
    }

    void know(Set<String> paths) {
        present.addAll(paths);
    }

    /** Reads something with more for certain than there is elsewhere. */
    <T> T knowing(Set<String> facts, Supplier<T> reading) {
        Set<String> before = present;
        present = new HashSet<>(before);
        present.addAll(facts);
        T result = reading.get();
        present = before;
        return result;
    }

    /** What is known here of the record and the brand, and so wherever no variable has the same name. */
    Set<String> knownOfModel() {
        return present.stream().filter(this::isOfModel).collect(Collectors.toSet());
    }

    /** Whether it is no variable's. */
    boolean isOfModel(String path) {
        return find(root(path)) == null;
    }

    private void forget(Set<String> names) {
        present.removeIf(path -> names.contains(root(path)));
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    State.Known known() {
        return new State.Known(locals == null ? null : new HashMap<>(locals), new HashSet<>(present));
    }

    void restore(State.Known known) {
        locals = known.locals() == null ? null : new HashMap<>(known.locals());
        present = new HashSet<>(known.present());
    }
}
