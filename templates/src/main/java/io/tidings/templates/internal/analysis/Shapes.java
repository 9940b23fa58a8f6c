package io.tidings.templates.internal.analysis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The simple shapes, and what becomes of two. */
final class Shapes {

    static final Shape TEXT = new Shape.Text(Set.of());
    static final Shape NUMBER = new Shape.Numeric();
    static final Shape BOOL = new Shape.Bool();
    static final Shape MARKUP = new Shape.Markup();
    static final Shape NOTHING = new Shape.Nothing();
    /** Cannot be told; that was said already. */
    static final Shape UNRESOLVED = new Shape.Unresolved();

    private Shapes() {}

    /** That, or nothing. */
    static Shape maybe(Shape shape) {
        return shape instanceof Shape.Maybe || shape instanceof Shape.Nothing || shape instanceof Shape.Unresolved
                ? shape
                : new Shape.Maybe(shape);
    }

    /** What is either of two. */
    static Shape either(Shape a, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        if (a instanceof Shape.Nothing || b instanceof Shape.Nothing) {
            return maybe(a instanceof Shape.Nothing ? b : a);
        }
        if (a instanceof Shape.Maybe || b instanceof Shape.Maybe) {
            return maybe(either(a.present(), b.present()));
        }
        if (a instanceof Shape.Text x && b instanceof Shape.Text y) {
            return x.values().isEmpty() || y.values().isEmpty() ? TEXT : new Shape.Text(union(x.values(), y.values()));
        }
        if (a.printable() && b.printable()) {
            return a instanceof Shape.Markup || b instanceof Shape.Markup ? MARKUP : TEXT;
        }
        if (a instanceof Shape.Sequence x && b instanceof Shape.Sequence y) {
            return new Shape.Sequence(either(x.element(), y.element()));
        }
        if (a instanceof Shape.Hash x && b instanceof Shape.Hash y && x.path() == null && y.path() == null) {
            return either(x, y);
        }
        return a instanceof Shape.Unresolved || b instanceof Shape.Unresolved ? UNRESOLVED : new Shape.Mixed();
    }

    private static Shape either(Shape.Hash a, Shape.Hash b) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String name : union(a.fields().keySet(), b.fields().keySet())) {
            fields.put(
                    name,
                    either(a.fields().getOrDefault(name, NOTHING), b.fields().getOrDefault(name, NOTHING)));
        }
        Shape others =
                a.others() == null ? b.others() : b.others() == null ? a.others() : either(a.others(), b.others());
        return new Shape.Hash(null, "map", fields, others);
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> union = new LinkedHashSet<>(a);
        union.addAll(b);
        return union;
    }
}
