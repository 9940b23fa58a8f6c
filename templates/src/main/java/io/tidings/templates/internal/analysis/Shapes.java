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
            return eitherList(x, y);
        }
        if (a instanceof Shape.Hash x && b instanceof Shape.Hash y) {
            return either(x, y);
        }
        return a instanceof Shape.Unresolved || b instanceof Shape.Unresolved ? UNRESOLVED : new Shape.Mixed();
    }

    /** With what is in either of two; an empty list adds nothing. */
    static Shape.Sequence eitherList(Shape.Sequence a, Shape.Sequence b) {
        if (a.element() instanceof Shape.Nothing || b.element() instanceof Shape.Nothing) {
            return a.element() instanceof Shape.Nothing ? b : a;
        }
        return new Shape.Sequence(either(a.element(), b.element()));
    }

    private static Shape.Hash either(Shape.Hash a, Shape.Hash b) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String name : union(a.fields().keySet(), b.fields().keySet())) {
            fields.put(name, either(field(a, name), field(b, name)));
        }
        Shape others =
                a.others() == null ? b.others() : b.others() == null ? a.others() : either(a.others(), b.others());
        String name = a.name().equals(b.name()) ? a.name() : a.name() + " or " + b.name();
        return new Shape.Hash(union(a.paths(), b.paths()), name, fields, others);
    }

    private static Shape field(Shape.Hash hash, String name) {
        Shape field = hash.fields().get(name);
        return field != null ? field : hash.others() == null ? NOTHING : maybe(hash.others());
    }

    /** Two hashes added: what both have is that of the second. */
    static Shape.Hash sum(Shape.Hash a, Shape.Hash b) {
        Map<String, Shape> fields = new LinkedHashMap<>(a.fields());
        Shape more = b.others();
        if (more != null) {
            fields.replaceAll((name, shape) -> either(shape, more));
        }
        fields.putAll(b.fields());
        Shape others = a.others() == null ? more : more == null ? a.others() : either(a.others(), more);
        return new Shape.Hash(union(a.paths(), b.paths()), "map", fields, others);
    }

    /** What {@code x!} is where x is missing or not: also an empty text, list or hash. */
    static Shape orEmpty(Shape shape) {
        if (shape instanceof Shape.Nothing) {
            return TEXT;
        }
        if (!(shape instanceof Shape.Maybe)) {
            return shape;
        }
        Shape present = shape.present();
        if (present instanceof Shape.Hash hash) {
            Map<String, Shape> fields = new LinkedHashMap<>(hash.fields());
            fields.replaceAll((name, field) -> maybe(field));
            return new Shape.Hash(hash.paths(), hash.name(), fields, hash.others());
        }
        return present instanceof Shape.Sequence ? present : either(present, TEXT);
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> union = new LinkedHashSet<>(a);
        union.addAll(b);
        return union;
    }
}
