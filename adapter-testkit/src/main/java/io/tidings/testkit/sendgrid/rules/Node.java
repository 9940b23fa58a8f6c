package io.tidings.testkit.sendgrid.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An object of a request that {@link MailRules} has found to have the right types.
 *
 * @param path where it is, with a dot at the end; empty for the request itself
 * @param fields by name
 */
public record Node(String path, Map<String, ?> fields) {

    /** Whether there is such a field. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A text, if there is one. */
    public Optional<String> text(String name) {
        return Optional.ofNullable((String) fields.get(name));
    }

    /** A number, if there is one. */
    public Optional<Number> number(String name) {
        return Optional.ofNullable((Number) fields.get(name));
    }

    /** A truth value, if there is one. */
    public Optional<Boolean> flag(String name) {
        return Optional.ofNullable((Boolean) fields.get(name));
    }

    /** An object, if there is one. */
    public Optional<Node> object(String name) {
        return has(name) ? Optional.of(new Node(path + name + ".", entries(name))) : Optional.empty();
    }

    /** The fields of an object; none if it is missing. */
    @SuppressWarnings("unchecked")
    public Map<String, ?> entries(String name) {
        return Optional.ofNullable((Map<String, ?>) fields.get(name)).orElse(Map.of());
    }

    /** The objects of an array; none if it is missing. */
    @SuppressWarnings("unchecked")
    public List<Node> objects(String name) {
        List<?> array = array(name);
        return IntStream.range(0, array.size())
                .mapToObj(i -> new Node(path + name + "." + i + ".", (Map<String, ?>) array.get(i)))
                .toList();
    }

    /** The texts of an array; none if it is missing. */
    public List<String> texts(String name) {
        return array(name).stream().map(String.class::cast).toList();
    }

    private List<?> array(String name) {
        return Optional.ofNullable((List<?>) fields.get(name)).orElse(List.of());
    }

    Problem problem(String name, String message) {
        return Problem.at(path + name, message);
    }
}
