package io.tidings.templates.internal.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The variables that one place of a file sees, and what is known of them there. */
final class Scope {

    private final Namespace namespace;
    /** A macro's own variables; null outside of macros. */
    private @Nullable Map<String, Shape> locals;

    private final Deque<Map<String, Shape>> loops = new ArrayDeque<>();
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
        present.removeIf(isOf(name));
        (where == Node.Scope.LOCAL && locals != null ? locals : namespace.variables()).put(name, shape);
    }

    private static Predicate<String> isOf(String name) {
        return path -> path.equals(name) || path.startsWith(name + ".");
    }

    void enterLoop(Map<String, Shape> variables) {
        loops.push(variables);
    }

    void leaveLoop() {
        loops.pop();
    }

    boolean isPresent(@Nullable String path) {
        return path != null && present.contains(path);
    }

    void know(Set<String> paths) {
        present.addAll(paths);
    }

    /** What the variables are now, to come back to. */
    State state() {
        return new State(
                new HashMap<>(namespace.variables()),
                locals == null ? null : new HashMap<>(locals),
                new HashSet<>(present));
    }

    void restore(State state) {
        State copy = state.copy();
        namespace.restore(copy.variables());
        locals = copy.locals();
        present = copy.present();
    }

    /** What they are if one of these came to pass. */
    void join(List<State> states) {
        State joined = states.get(0);
        for (State state : states.subList(1, states.size())) {
            joined = joined.or(state);
        }
        restore(joined);
    }

    record State(Map<String, Shape> variables, @Nullable Map<String, Shape> locals, Set<String> present) {

        State copy() {
            return new State(
                    new HashMap<>(variables), locals == null ? null : new HashMap<>(locals), new HashSet<>(present));
        }

        State or(State other) {
            Set<String> both = new HashSet<>(present);
            both.retainAll(other.present);
            return new State(
                    either(variables, other.variables),
                    locals == null || other.locals == null ? locals : either(locals, other.locals),
                    both);
        }

        private static Map<String, Shape> either(Map<String, Shape> a, Map<String, Shape> b) {
            Map<String, Shape> either = new HashMap<>();
            List<String> names = new ArrayList<>(a.keySet());
            names.addAll(b.keySet());
            for (String name : names) {
                either.put(
                        name,
                        Shapes.either(a.getOrDefault(name, Shapes.NOTHING), b.getOrDefault(name, Shapes.NOTHING)));
            }
            return either;
        }
    }
}
