package io.tidings.templates.verify;

import io.tidings.error.InvalidArgumentException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes up records by their types: one that its constructor accepts, and those that differ from it in one component.
 */
final class SampleRecords {

    /** All combinations of five components with four values each; a record that is choosier needs samples. */
    private static final int MAX_TRIES = 1_024;

    private static final int MAX_DEPTH = 8;
    private static final Instant MOMENT = Instant.parse("2026-03-03T14:15:00Z");

    private static final Map<Class<?>, List<?>> VALUES = Map.ofEntries(
            Map.entry(String.class, List.of("Sample", "https://portal.example.gov/sample", "sample@example.gov")),
            Map.entry(CharSequence.class, List.of("Sample")),
            Map.entry(boolean.class, List.of(true, false)),
            Map.entry(Boolean.class, List.of(true, false)),
            Map.entry(int.class, List.of(2, 1, 0, 10, 2026)),
            Map.entry(Integer.class, List.of(2, 1, 0, 10, 2026)),
            Map.entry(long.class, List.of(2L, 1L, 0L, 10L, 2026L)),
            Map.entry(Long.class, List.of(2L, 1L, 0L, 10L, 2026L)),
            Map.entry(short.class, List.of((short) 2, (short) 1, (short) 0)),
            Map.entry(Short.class, List.of((short) 2, (short) 1, (short) 0)),
            Map.entry(byte.class, List.of((byte) 2, (byte) 1, (byte) 0)),
            Map.entry(Byte.class, List.of((byte) 2, (byte) 1, (byte) 0)),
            Map.entry(char.class, List.of('s')),
            Map.entry(Character.class, List.of('s')),
            Map.entry(BigInteger.class, List.of(BigInteger.TWO, BigInteger.ZERO)),
            Map.entry(BigDecimal.class, List.of(new BigDecimal("1.50"), BigDecimal.ZERO)),
            Map.entry(Number.class, List.of(2, 0)),
            Map.entry(float.class, List.of(1.5f, 0.0f)),
            Map.entry(Float.class, List.of(1.5f, 0.0f)),
            Map.entry(double.class, List.of(1.5, 0.0)),
            Map.entry(Double.class, List.of(1.5, 0.0)),
            Map.entry(URI.class, List.of(URI.create("https://portal.example.gov/sample"))),
            Map.entry(UUID.class, List.of(new UUID(1, 2))),
            Map.entry(Instant.class, List.of(MOMENT)),
            Map.entry(LocalDate.class, List.of(LocalDate.of(2026, 3, 3))),
            Map.entry(LocalTime.class, List.of(LocalTime.of(14, 15))),
            Map.entry(LocalDateTime.class, List.of(LocalDateTime.of(2026, 3, 3, 14, 15))),
            Map.entry(OffsetDateTime.class, List.of(MOMENT.atOffset(ZoneOffset.UTC))),
            Map.entry(OffsetTime.class, List.of(MOMENT.atOffset(ZoneOffset.UTC).toOffsetTime())),
            Map.entry(ZonedDateTime.class, List.of(MOMENT.atZone(ZoneOffset.UTC))),
            Map.entry(Duration.class, List.of(Duration.ofHours(49), Duration.ofMinutes(1), Duration.ZERO)),
            Map.entry(Period.class, List.of(Period.ofDays(2))),
            Map.entry(YearMonth.class, List.of(YearMonth.of(2026, 3))),
            Map.entry(Year.class, List.of(Year.of(2026))),
            Map.entry(MonthDay.class, List.of(MonthDay.of(3, 3))),
            Map.entry(Month.class, List.of(Month.MARCH)),
            Map.entry(DayOfWeek.class, List.of(DayOfWeek.TUESDAY)),
            Map.entry(ZoneId.class, List.of(ZoneOffset.UTC)),
            Map.entry(ZoneOffset.class, List.of(ZoneOffset.UTC)));

    private SampleRecords() {}

    /** None if the constructor accepted nothing of what was tried. */
    static List<Record> of(Class<? extends Record> type) {
        return records(type, 0).stream().map(Record.class::cast).toList();
    }

    private static List<Object> records(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<Object>> candidates = new ArrayList<>();
        for (RecordComponent component : components) {
            candidates.add(candidates(component.getGenericType(), depth + 1));
        }
        int[] base = new int[components.length];
        List<Object> made = new ArrayList<>();
        @Nullable Object first = null;
        for (int tries = 0; tries < MAX_TRIES && first == null; tries++) {
            first = make(type, components, candidates, base);
            if (first == null && !advance(base, candidates)) {
                return List.of();
            }
        }
        if (first == null) {
            return List.of();
        }
        made.add(first);
        for (int i = 0; i < base.length; i++) {
            for (int choice = 0; choice < candidates.get(i).size(); choice++) {
                int[] other = base.clone();
                other[i] = choice;
                Object record = choice == base[i] ? null : make(type, components, candidates, other);
                if (record != null) {
                    made.add(record);
                }
            }
        }
        return made;
    }

    /** The next combination, as an odometer turns. */
    private static boolean advance(int[] choice, List<List<Object>> candidates) {
        for (int i = choice.length - 1; i >= 0; i--) {
            if (++choice[i] < candidates.get(i).size()) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }

    private static @Nullable Object make(
            Class<?> type, RecordComponent[] components, List<List<Object>> candidates, int[] choice) {
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            if (candidates.get(i).isEmpty()) {
                return null;
            }
            arguments[i] = candidates.get(i).get(choice[i]);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            // The record does not accept these; others are tried.
            return null;
        } catch (ReflectiveOperationException e) {
            throw new InvalidArgumentException(type.getName(), "must be readable: export or open its package");
        }
    }

    /** Full ones, those with one value, and empty ones; only the latter if no value could be made up. */
    private static List<Object> holders(Class<?> type, List<Object> values) {
        List<Object> holders = new ArrayList<>();
        for (List<Object> held : List.of(values, values.subList(0, Math.min(1, values.size())), List.<Object>of())) {
            if (type == Optional.class) {
                holders.add(held.stream().findFirst());
            } else if (type.isAssignableFrom(Map.class)) {
                holders.add(held.isEmpty() ? Map.of() : Map.of("key", held.get(0)));
            } else if (type.isAssignableFrom(List.class)) {
                holders.add(List.copyOf(held));
            } else if (type.isAssignableFrom(LinkedHashSet.class)) {
                holders.add(new LinkedHashSet<>(held));
            } else if (type.isAssignableFrom(TreeSet.class) && held.stream().allMatch(Comparable.class::isInstance)) {
                holders.add(new TreeSet<>(held));
            }
        }
        return holders.stream().distinct().toList();
    }

    private static List<Object> candidates(Type type, int depth) {
        if (depth > MAX_DEPTH) {
            return List.of();
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            return holders(raw, candidates(arguments[arguments.length - 1], depth + 1));
        }
        if (!(type instanceof Class<?> plain)) {
            return List.of();
        }
        if (plain.isEnum()) {
            return List.of((Object[]) plain.getEnumConstants());
        }
        if (plain.isRecord()) {
            return records(plain, depth);
        }
        if (plain.isArray()) {
            List<Object> inner = candidates(plain.getComponentType(), depth + 1);
            Object array = Array.newInstance(plain.getComponentType(), inner.isEmpty() ? 0 : 1);
            if (!inner.isEmpty()) {
                Array.set(array, 0, inner.get(0));
            }
            return List.of(array);
        }
        return new ArrayList<>(VALUES.getOrDefault(plain, List.of()));
    }
}
