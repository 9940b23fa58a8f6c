package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all variables are at one moment of a walk: to come back to, and to join with what they are on other ways. */
record State(Map<Namespace, Map<String, Shape>> files, Map<Scope, Known> scopes) {

    /**
     * What a scope knows.
     *
     * @param locals null outside of macros
     * @param present what is there for certain
     */
    record Known(@Nullable Map<String, Shape> locals, Set<String> present) {

        Known or(Known other) {
            return new Known(
                    locals == null || other.locals == null ? locals : either(locals, other.locals),
                    common(present, other.present));
        }
    }

    static State of(Collection<Namespace> namespaces, @Nullable Frame frame) {
        Map<Namespace, Map<String, Shape>> files = new HashMap<>();
        namespaces.forEach(namespace -> files.put(namespace, new HashMap<>(namespace.variables())));
        Map<Scope, Known> scopes = new HashMap<>();
        for (Frame at = frame; at != null; at = at.caller()) {
            scopes.put(at.scope(), at.scope().known());
        }
        return new State(files, scopes);
    }

    void restore() {
        files.forEach((namespace, variables) -> namespace.restore(new HashMap<>(variables)));
        scopes.forEach(Scope::restore);
    }

    /** What they are if one of two came to pass. */
    State or(State other) {
        Map<Namespace, Map<String, Shape>> either = new HashMap<>(other.files);
        files.forEach((namespace, variables) -> either.merge(namespace, variables, State::either));
        Map<Scope, Known> known = new HashMap<>(other.scopes);
        scopes.forEach((scope, here) -> known.merge(scope, here, Known::or));
        return new State(either, known);
    }

    /** The same, with no more for certain than there was before. */
    State knowingOnly(State before) {
        Map<Scope, Known> known = new HashMap<>();
        scopes.forEach((scope, here) -> {
            Known then = before.scopes.getOrDefault(scope, here);
            known.put(scope, new Known(here.locals, common(here.present, then.present)));
        });
        return new State(files, known);
    }

    /** The same, with what another one has for certain. */
    State knowing(State other) {
        Map<Scope, Known> known = new HashMap<>();
        scopes.forEach((scope, here) ->
                known.put(scope, new Known(here.locals, other.scopes.getOrDefault(scope, here).present)));
        return new State(files, known);
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return common;
    }

    private static Map<String, Shape> either(Map<String, Shape> a, Map<String, Shape> b) {
        Map<String, Shape> either = new HashMap<>();
        List<String> names = new ArrayList<>(a.keySet());
        names.addAll(b.keySet());
        for (String name : names) {
            either.put(name, Shapes.either(a.getOrDefault(name, Shapes.NOTHING), b.getOrDefault(name, Shapes.NOTHING)));
        }
        return either;
    }
}
