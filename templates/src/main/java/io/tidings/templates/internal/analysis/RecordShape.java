package io.tidings.templates.internal.analysis;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What templates see of a record, by the rules of {@link io.tidings.template.TemplateModel}.
 *
 * @param shape of the record
 * @param components the paths of all components, such as {@code sections[].name}
 * @param unclear the paths of those whose type does not say what templates will see, or says it without end
 */
record RecordShape(Shape.Hash shape, Set<String> components, Set<String> unclear) {

    private static final int MAX_DEPTH = 16;

    static RecordShape of(Class<? extends Record> type) {
        Reader reader = new Reader(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayDeque<>());
        Shape.Hash shape = reader.hash(type, "", 0);
        return new RecordShape(shape, reader.components(), reader.unclear());
    }

    /** @param within the records around the one that is being read */
    private record Reader(Set<String> components, Set<String> unclear, Deque<Class<?>> within) {

        Shape.Hash hash(Class<?> type, String path, int depth) {
            Map<String, Shape> fields = new LinkedHashMap<>();
            within.push(type);
            for (RecordComponent component : type.getRecordComponents()) {
                String componentPath = path.isEmpty() ? component.getName() : path + "." + component.getName();
                components.add(componentPath);
                Shape shape = shape(component.getGenericType(), componentPath, depth + 1);
                boolean absent = isNullable(component) || isNullable(component.getAnnotatedType());
                fields.put(component.getName(), absent ? Shapes.maybe(shape) : shape);
            }
            within.pop();
            return new Shape.Hash(Set.of(path), type.getSimpleName(), fields, null);
        }

        private static boolean isNullable(AnnotatedElement element) {
            return Arrays.stream(element.getAnnotations())
                    .anyMatch(annotation ->
                            annotation.annotationType().getSimpleName().equals("Nullable"));
        }

        private Shape shape(Type type, String path, int depth) {
            if (depth > MAX_DEPTH) {
                return unclear(path);
            }
            if (type instanceof Class<?> plain) {
                return shape(plain, path, depth);
            }
            if (type instanceof GenericArrayType array) {
                return new Shape.Sequence(shape(array.getGenericComponentType(), path + "[]", depth));
            }
            if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
                Type[] arguments = generic.getActualTypeArguments();
                if (raw == Optional.class) {
                    return Shapes.maybe(shape(arguments[0], path, depth));
                }
                if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
                    return new Shape.Sequence(shape(arguments[0], path + "[]", depth + 1));
                }
                if (Map.class.isAssignableFrom(raw) && arguments.length == 2 && arguments[0] == String.class) {
                    Shape values = shape(arguments[1], path + "[]", depth + 1);
                    return Shape.Hash.map(Map.of(), values);
                }
            }
            return unclear(path);
        }

        private Shape shape(Class<?> type, String path, int depth) {
            if (type.isArray()) {
                return new Shape.Sequence(shape(type.getComponentType(), path + "[]", depth + 1));
            }
            if (type.isRecord()) {
                return within.contains(type) ? unclear(path) : hash(type, path, depth);
            }
            if (type.isEnum()) {
                return new Shape.Text(Stream.of(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
            if (type == boolean.class || type == Boolean.class) {
                return Shapes.BOOL;
            }
            if (type == char.class
                    || type == Character.class
                    || CharSequence.class.isAssignableFrom(type)
                    || type == URI.class
                    || type == UUID.class) {
                return Shapes.TEXT;
            }
            String home = type.getPackageName();
            boolean number =
                    Number.class.isAssignableFrom(type) && (home.equals("java.lang") || home.equals("java.math"));
            if (type.isPrimitive() || number) {
                return Shapes.NUMBER;
            }
            if (!home.equals("java.time")) {
                return unclear(path);
            }
            boolean time = TemporalAccessor.class.isAssignableFrom(type) || ZoneId.class.isAssignableFrom(type);
            return time || type == Duration.class || type == Period.class ? new Shape.Time(type) : unclear(path);
        }

        private Shape unclear(String path) {
            unclear.add(path);
            return Shapes.UNRESOLVED;
        }
    }
}
