package io.tidings;

import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.TemplatePortProvider;
import io.tidings.template.TemplatePort;
import java.util.List;

/** Found on the class path of the tests. */
public final class TestTemplateProvider implements TemplatePortProvider {

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of();
    }

    @Override
    public TemplatePort create(ProviderContext context) {
        return new FakeTemplates();
    }
}
