package io.tidings.testkit.sendgrid.rules;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value, down to its last field.
 *
 * @param type as JSON names it
 * @param fields those that an object can have; empty for one that can have any
 * @param items what an array holds
 */
record Shape(
        String type, Map<String, Shape> fields, @Nullable Shape items) {

    static final Shape TEXT = new Shape("string", Map.of(), null);
    static final Shape INTEGER = new Shape("integer", Map.of(), null);
    static final Shape BOOLEAN = new Shape("boolean", Map.of(), null);
    static final Shape ANY_OBJECT = new Shape("object", Map.of(), null);

    static Shape object(Map<String, Shape> fields) {
        return new Shape("object", fields, null);
    }

    static Shape array(Shape items) {
        return new Shape("array", Map.of(), items);
    }

    /** Adds what is wrong with a value. */
    void check(String path, @Nullable Object value, List<Problem> problems) {
        if (!type.equals(typeOf(value))) {
            problems.add(Problem.at(path, "Invalid type. Expected: " + type + ", given: " + typeOf(value) + "."));
        } else if (value instanceof Map<?, ?> object && !fields.isEmpty()) {
            object.forEach((name, field) -> checkField(path, String.valueOf(name), field, problems));
        } else if (value instanceof List<?> array && items != null) {
            for (int i = 0; i < array.size(); i++) {
                items.check(path + "." + i, array.get(i), problems);
            }
        }
    }

    private void checkField(String path, String name, @Nullable Object value, List<Problem> problems) {
        String field = path.isEmpty() ? name : path + "." + name;
        Shape shape = fields.get(name);
        if (shape == null) {
            problems.add(Problem.at(field, "Additional property " + name + " is not allowed"));
        } else {
            shape.check(field, value, problems);
        }
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Map) {
            return "object";
        } else if (value instanceof List) {
            return "array";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger ? "integer" : "number";
    }
}
