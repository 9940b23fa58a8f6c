package io.tidings.templates.internal;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleCollection;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import io.tidings.templates.internal.Failures.UnsupportedTypeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows maps, lists, strings, numbers, booleans and {@code java.time} values to a template, and nothing else: there is
 * no method and no object of Java behind them.
 */
final class Models implements ObjectWrapper {

    private final ZoneId zone;

    /** @param zone in which instants are shown */
    Models(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value == null) {
            return null;
        }
        if (value instanceof String string) {
            return new SimpleScalar(string);
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        if (value instanceof Map<?, ?> map) {
            return hash(map);
        }
        if (value instanceof List<?> list) {
            return new Sequence(list);
        }
        if (value instanceof TemplateModel model) {
            return model;
        }
        if (TimeModel.shows(value)) {
            return new TimeModel(value, zone);
        }
        throw new UnsupportedTypeException(value.getClass());
    }

    TemplateHashModelEx hash(Map<?, ?> map) {
        return new Hash(map);
    }

    private final class Hash implements TemplateHashModelEx {

        private final Map<?, ?> map;

        Hash(Map<?, ?> map) {
            this.map = map;
        }

        @Override
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            return wrap(map.get(key));
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public boolean isEmpty() {
            return map.isEmpty();
        }

        @Override
        public TemplateCollectionModel keys() {
            return new SimpleCollection(map.keySet(), Models.this);
        }

        @Override
        public TemplateCollectionModel values() {
            return new SimpleCollection(map.values(), Models.this);
        }
    }

    private final class Sequence implements TemplateSequenceModel {

        private final List<?> list;

        Sequence(List<?> list) {
            this.list = list;
        }

        @Override
        public @Nullable TemplateModel get(int index) throws TemplateModelException {
            return index >= 0 && index < list.size() ? wrap(list.get(index)) : null;
        }

        @Override
        public int size() {
            return list.size();
        }
    }
}
