package io.tidings.templates.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.template.TemplateModel;
import io.tidings.templates.catalogue.Samples;
import io.tidings.templates.internal.Engine;
import io.tidings.templates.internal.TemplateFile;
import io.tidings.templates.internal.TemplateFiles;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The analysis against what FreeMarker itself reads. */
class ReadValuesTest {

    private static final Engine ENGINE = new Engine(Optional.empty(), Locale.ENGLISH, false, Map.of());

    static List<Samples.Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsReadWhenAMessageIsRenderedWasSeenBefore(Samples.Sample sample) {
        Record record = (Record) sample.notification();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
            TemplateFiles files = ENGINE.find(sample.notification().template(), locale);
            RecordAnalysis analysis = new RecordAnalysis(ENGINE, record.getClass(), new Findings(), Set.of());
            Set<String> read = new HashSet<>();
            Map<String, Object> model = new RecordedMap(TemplateModel.of(record), "", read);
            for (TemplateFile file : List.of(files.subject(), files.html(), files.text())) {
                analysis.part(file, file.equals(files.html()));
                ENGINE.print(file, model, locale, ZoneOffset.UTC);
            }
            read.remove(Engine.BRAND);

            assertThat(read).isNotEmpty();
            assertThat(analysis.used()).containsAll(read);
        }
    }

    private static Object recorded(Object value, String path, Set<String> read) {
        if (value instanceof Map<?, ?> map) {
            return new RecordedMap(map, path + ".", read);
        }
        if (value instanceof List<?> list) {
            return new AbstractList<>() {
                @Override
                public Object get(int index) {
                    return recorded(list.get(index), path + "[]", read);
                }

                @Override
                public int size() {
                    return list.size();
                }
            };
        }
        return value;
    }

    private static final class RecordedMap extends AbstractMap<String, Object> {

        private final Map<?, ?> map;
        private final String path;
        private final Set<String> read;

        RecordedMap(Map<?, ?> map, String path, Set<String> read) {
            this.map = map;
            this.path = path;
            this.read = read;
        }

        @Override
        public Object get(Object key) {
            read.add(path + key);
            Object value = map.get(key);
            return value == null ? null : recorded(value, path + key, read);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new UnsupportedOperationException("a template that lists a record");
        }
    }
}
