package io.tidings.template;

import io.tidings.error.InvalidArgumentException;
import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the model that a template sees from a record, so that templates never touch an application's object.
 *
 * <p>Records and maps with string keys become maps, collections and arrays lists, both in their order; strings,
 * numbers, booleans and {@code java.time} values stay; enums become their names; {@link URI} and {@link UUID} become
 * strings; an {@link Optional} becomes its value. {@code null} and empty optionals are left out of maps, so that a
 * template asks for them with a default; in a list they are an error. Any other type is an error that names the
 * component, never the value.
 *
 * <p>The result is immutable. A model has at most 32 levels and 100,000 values.
 */
public final class TemplateModel {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 100_000;

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return accessorsOf(type);
        }
    };

    private int values;

    private TemplateModel() {}

    /**
     * The model of a record.
     *
     * @throws InvalidArgumentException if it is not a record, or holds what a template cannot show
     */
    public static Map<String, Object> of(Object record) {
        if (!record.getClass().isRecord()) {
            throw new InvalidArgumentException(record.getClass().getName(), "must be a record");
        }
        return new TemplateModel().mapOf(record, record.getClass().getSimpleName(), 1);
    }

    private Map<String, Object> mapOf(Object record, String path, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            String componentPath = path + "." + accessor.getName();
            Object value = convert(read(record, accessor, componentPath), componentPath, depth);
            if (value != null) {
                map.put(accessor.getName(), value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private @Nullable Object convert(@Nullable Object value, String path, int depth) {
        if (++values > MAX_VALUES || depth > MAX_DEPTH) {
            throw new InvalidArgumentException(
                    path, "must not make a model of more than " + MAX_DEPTH + " levels or " + MAX_VALUES + " values");
        }
        if (value == null || isPlain(value)) {
            return value;
        }
        if (value instanceof Optional<?> optional) {
            return convert(optional.orElse(null), path, depth);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof URI
                || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map) {
            return mapOf(map, path, depth + 1);
        }
        if (value instanceof Collection<?> collection) {
            List<Object> list = listOf(collection, path, depth + 1);
            return hasOrder(collection) ? list : sorted(list);
        }
        if (value.getClass().isArray()) {
            return listOf(elements(value), path, depth + 1);
        }
        if (value.getClass().isRecord()) {
            return mapOf(value, path, depth + 1);
        }
        throw new InvalidArgumentException(
                path,
                "must not be a " + value.getClass().getName()
                        + ": a template sees records, maps, collections, strings, numbers, booleans, enums and java.time values");
    }

    private static List<@Nullable Object> elements(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Math.min(Array.getLength(array), MAX_VALUES + 1); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static boolean hasOrder(Collection<?> collection) {
        return !(collection instanceof Set)
                || collection instanceof SortedSet
                || collection instanceof LinkedHashSet
                || collection instanceof EnumSet;
    }

    /** The same for equal sets, in every process. */
    private static List<Object> sorted(List<Object> list) {
        return list.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || isImmutableNumber(value)
                || value instanceof Boolean
                || (isJavaTime(value)
                        && (value instanceof TemporalAccessor
                                || value instanceof Duration
                                || value instanceof Period
                                || value instanceof ZoneId));
    }

    /** Not an atomic one, which would change behind the template's back, and none of the application's own. */
    private static boolean isImmutableNumber(Object value) {
        String home = value.getClass().getPackageName();
        return value instanceof Number && (home.equals("java.lang") || home.equals("java.math"));
    }

    private static boolean isJavaTime(Object value) {
        return value.getClass().getPackageName().equals("java.time");
    }

    private Map<String, Object> mapOf(Map<?, ?> source, String path, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        source.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new InvalidArgumentException(path, "must be a map whose keys are strings");
            }
            Object converted = convert(value, path + "[]", depth);
            if (converted != null) {
                map.put(name, converted);
            }
        });
        return Collections.unmodifiableMap(map);
    }

    private List<Object> listOf(Collection<?> source, String path, int depth) {
        List<Object> list = new ArrayList<>(source.size());
        for (Object element : source) {
            Object converted = convert(element, path + "[]", depth);
            if (converted == null) {
                throw new InvalidArgumentException(path, "must not hold null");
            }
            list.add(converted);
        }
        return Collections.unmodifiableList(list);
    }

    private static @Nullable Object read(Object record, Method accessor, String path) {
        try {
            return accessor.invoke(record);
        } catch (InvocationTargetException e) {
            // The accessor's own text may hold a value: it is named by its type only.
            throw new InvalidArgumentException(
                    path,
                    "could not be read: " + e.getTargetException().getClass().getName());
        } catch (IllegalAccessException e) {
            throw notAccessible(record.getClass());
        }
    }

    private static List<Method> accessorsOf(Class<?> type) {
        List<Method> accessors = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            try {
                accessor.setAccessible(true);
            } catch (InaccessibleObjectException e) {
                throw notAccessible(type);
            }
            accessors.add(accessor);
        }
        return List.copyOf(accessors);
    }

    private static InvalidArgumentException notAccessible(Class<?> type) {
        return new InvalidArgumentException(
                type.getName(), "must be readable: export or open its package to the module io.tidings");
    }
}
