package io.tidings.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateModelTest {

    record Any(Object value) {}

    record Report(String name, int rows, Section first, List<Section> sections, Optional<String> note) {}

    private record Section(String title, boolean done) {}

    record Empty() {}

    enum Status {
        APPROVED {
            @Override
            public String toString() {
                return "something else";
            }
        }
    }

    record Failing(String value) {
        @Override
        public String value() {
            throw new IllegalStateException("canary " + value);
        }
    }

    record Recursive(Recursive next) {}

    @Test
    void showsARecordByItsComponentsInOrder() {
        Report report =
                new Report("Q1", 3, new Section("A", true), List.of(new Section("B", false)), Optional.of("late"));

        Map<String, Object> model = TemplateModel.of(report);

        assertThat(model)
                .isEqualTo(Map.of(
                        "name",
                        "Q1",
                        "rows",
                        3,
                        "first",
                        Map.of("title", "A", "done", true),
                        "sections",
                        List.of(Map.of("title", "B", "done", false)),
                        "note",
                        "late"));
        assertThat(model.keySet()).containsExactly("name", "rows", "first", "sections", "note");
        assertThat(TemplateModel.of(new Empty())).isEmpty();
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(TemplateModel.of(new Report(null, 0, null, null, Optional.empty())))
                .isEqualTo(Map.of("rows", 0));
        assertThat(valueOf(Optional.of(Optional.empty()))).isNull();
        Map<String, Object> map = new HashMap<>();
        map.put("none", null);
        map.put("empty", Optional.empty());
        map.put("some", Optional.of(1));
        assertThat(valueOf(map)).isEqualTo(Map.of("some", 1));
    }

    static Stream<Object> kept() {
        return Stream.of(
                "text",
                true,
                (byte) 1,
                (short) 1,
                1,
                1L,
                1.5f,
                1.5,
                new BigInteger("1"),
                new BigDecimal("1.50"),
                Instant.EPOCH,
                LocalDate.EPOCH,
                LocalTime.NOON,
                LocalDateTime.of(2026, 1, 2, 3, 4),
                OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC),
                ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneId.of("Europe/Berlin")),
                Year.of(2026),
                YearMonth.of(2026, 1),
                Duration.ofHours(1),
                Period.ofDays(3),
                ZoneId.of("Europe/Berlin"),
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                Month.MAY);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void keepsPlainValues(Object value) {
        assertThat(valueOf(value)).isSameAs(value);
        assertThat(valueOf(Optional.of(value))).isSameAs(value);
        assertThat(valueOf(List.of(value))).isEqualTo(List.of(value));
    }

    @Test
    void showsOtherSimpleValuesAsText() {
        assertThat(valueOf(Status.APPROVED)).isEqualTo("APPROVED");
        assertThat(valueOf('x')).isEqualTo("x");
        assertThat(valueOf(new StringBuilder("built"))).isEqualTo("built");
        assertThat(valueOf(URI.create("https://example.gov/a"))).isEqualTo("https://example.gov/a");
        assertThat(valueOf(new UUID(0, 1))).isEqualTo("00000000-0000-0000-0000-000000000001");
    }

    @Test
    void keepsTheOrderOfMapsSetsListsAndArrays() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", List.of("x"));
        assertThat(((Map<?, ?>) valueOf(map)).keySet().toArray()).containsExactly("z", "a");
        assertThat(valueOf(new LinkedHashSet<>(List.of(3, 1, 2)))).isEqualTo(List.of(3, 1, 2));
        assertThat(valueOf(List.of(3, 1, 2))).isEqualTo(List.of(3, 1, 2));
        assertThat(valueOf(new String[] {"b", "a"})).isEqualTo(List.of("b", "a"));
        assertThat(valueOf(new Object[] {new Section("A", true)}))
                .isEqualTo(List.of(Map.of("title", "A", "done", true)));
        assertThat(valueOf(List.of(List.of(), Map.of()))).isEqualTo(List.of(List.of(), Map.of()));
    }

    @Test
    void makesAListOfAnyArray() {
        assertThat(valueOf(new int[] {2, 1})).isEqualTo(List.of(2, 1));
        assertThat(valueOf(new byte[] {1})).isEqualTo(List.of((byte) 1));
        assertThat(valueOf(new String[][] {{"a"}, {}})).isEqualTo(List.of(List.of("a"), List.of()));
    }

    @Test
    void equalSetsMakeTheSameListWhateverTheirOrder() {
        Set<String> filled = new HashSet<>(64);
        Set<String> other = new HashSet<>(2);
        for (int i = 0; i < 20; i++) {
            filled.add("name" + i);
            other.add("name" + (19 - i));
        }

        assertThat(valueOf(filled)).isEqualTo(valueOf(other));
        assertThat(valueOf(Set.of("b", "a", "c"))).isEqualTo(List.of("a", "b", "c"));
    }

    @Test
    void setsWithAnOrderKeepIt() {
        Set<String> linked = new LinkedHashSet<>(List.of("b", "c", "a"));
        Set<String> reversed = new TreeSet<>(Comparator.reverseOrder());
        reversed.addAll(linked);

        assertThat(valueOf(linked)).isEqualTo(List.of("b", "c", "a"));
        assertThat(valueOf(reversed)).isEqualTo(List.of("c", "b", "a"));
        assertThat(valueOf(EnumSet.of(RoundingMode.UP, RoundingMode.CEILING))).isEqualTo(List.of("UP", "CEILING"));
    }

    static Stream<Object> unsupported() {
        return Stream.of(
                new Object(),
                Thread.currentThread(),
                String.class,
                new AtomicInteger(1),
                new AtomicLong(1),
                new java.util.Date(0),
                java.util.Locale.ROOT,
                JapaneseDate.of(2026, 1, 1),
                java.time.Clock.systemUTC(),
                (Runnable) () -> {});
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void refusesAnyOtherTypeAndSaysWhere(Object value) {
        assertRefused("Any.value", () -> TemplateModel.of(new Any(value)));
        assertRefused("Any.value[]", () -> TemplateModel.of(new Any(List.of(value))));
        assertRefused("Any.value[].value", () -> TemplateModel.of(new Any(Map.of("canary", new Any(value)))));
        assertThatThrownBy(() -> TemplateModel.of(new Any(value)))
                .hasMessageContaining(value.getClass().getName())
                .message()
                .isNotEqualTo(value.toString());
    }

    /** A number type of an application must not reach a template: its methods could be called. */
    @Test
    void refusesNumbersOfTheApplicationsOwn() {
        Number own = new BigDecimalOfOurs();
        assertRefused("Any.value", () -> TemplateModel.of(new Any(own)));
    }

    private static final class BigDecimalOfOurs extends BigDecimal {
        private static final long serialVersionUID = 1L;

        BigDecimalOfOurs() {
            super("1");
        }
    }

    @Test
    void refusesMapsWhoseKeysAreNotText() {
        assertRefused("Any.value", () -> TemplateModel.of(new Any(Map.of(1, "one"))));
        assertRefused("Any.value", () -> TemplateModel.of(new Any(Collections.singletonMap(null, "none"))));
    }

    @Test
    void refusesNullInLists() {
        assertRefused("Any.value", () -> TemplateModel.of(new Any(Arrays.asList("a", null))));
        assertRefused("Any.value", () -> TemplateModel.of(new Any(List.of(Optional.empty()))));
        assertRefused("Any.value", () -> TemplateModel.of(new Any(new String[] {null})));
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertRefused("java.lang.String", () -> TemplateModel.of("canary"));
        assertRefused("java.util.HashMap", () -> TemplateModel.of(new HashMap<>()));
    }

    @Test
    void namesOnlyTheTypeOfWhatAnAccessorThrows() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> TemplateModel.of(new Any(List.of(new Failing("canary")))))
                .withMessage("Any.value[].value could not be read: java.lang.IllegalStateException")
                .withNoCause();
    }

    @Test
    void hasAtMost32Levels() {
        assertThat(TemplateModel.of(nested(32))).containsOnlyKeys("next");
        assertThatThrownBy(() -> TemplateModel.of(nested(33))).isInstanceOf(InvalidArgumentException.class);
    }

    private static Recursive nested(int levels) {
        Recursive record = null;
        for (int i = 0; i < levels; i++) {
            record = new Recursive(record);
        }
        return record;
    }

    @Test
    void has32LevelsOfListsAndMapsAndRecordsAlike() {
        // Thirty-one of them with a value inside, and the record around them.
        Object lists = List.of("value");
        Object maps = Map.of("a", "value");
        Object arrays = new Object[] {"value"};
        for (int i = 0; i < 30; i++) {
            lists = List.of(lists);
            maps = Map.of("a", maps);
            arrays = new Object[] {arrays};
        }
        for (Object deepest : List.of(lists, maps, arrays)) {
            assertThat(valueOf(deepest)).isNotNull();
        }
        for (Object tooDeep : List.of(List.of(lists, 1), Map.of("a", maps, "b", 1), new Object[] {arrays, 1})) {
            assertThatThrownBy(() -> valueOf(tooDeep)).isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void hasAtMost100000Values() {
        // The list itself is one of them.
        assertThat((Collection<?>) valueOf(Collections.nCopies(99_999, 1))).hasSize(99_999);
        assertRefused("Any.value[]", () -> valueOf(Collections.nCopies(100_000, 1)));
    }

    @Test
    void endsEvenIfACollectionHoldsItself() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new HashMap<>();
        map.put("self", map);
        List<Object> wide = new ArrayList<>();
        wide.addAll(Collections.nCopies(10, wide));
        for (Object endless : List.of(new Any(list), new Any(map), new Any(wide))) {
            assertThatThrownBy(() -> TemplateModel.of(endless)).isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void doesNotChange() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> map = new HashMap<>(Map.of("list", list));
        Map<String, Object> model = TemplateModel.of(new Any(map));
        list.add("b");
        map.clear();

        assertThat(model).isEqualTo(Map.of("value", Map.of("list", List.of("a"))));
        Map<?, ?> inner = (Map<?, ?>) model.get("value");
        List<?> innermost = (List<?>) inner.get("list");
        assertThatThrownBy(model::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(inner::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(innermost::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Object valueOf(Object value) {
        return TemplateModel.of(new Any(value)).get("value");
    }

    private static void assertRefused(String path, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.field()).isEqualTo(path))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
    }
}
