package io.tidings;

import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplatePort;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Templates that show the whole model, locale and zone. */
class FakeTemplates implements TemplatePort {

    final AtomicInteger renderings = new AtomicInteger();
    volatile boolean closed;

    @Override
    public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
        renderings.incrementAndGet();
        String all = id + " " + model + " " + locale.toLanguageTag() + " " + zone;
        return new RenderedTemplate("Subject " + all, Optional.of("<p>" + all), Optional.of("Text " + all));
    }

    @Override
    public boolean has(TemplateId id) {
        return !id.value().startsWith("missing");
    }

    @Override
    public void close() {
        closed = true;
    }
}
