package io.tidings.templates;

import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.TemplatePortProvider;
import io.tidings.template.TemplatePort;
import java.util.List;

/** Makes the FreeMarker adapter from the keys {@code tidings.templates.*}. */
public final class FreeMarkerTemplatePortProvider implements TemplatePortProvider {

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(
                FreeMarkerConfig.DIRECTORY,
                FreeMarkerConfig.DEFAULT_LOCALE,
                FreeMarkerConfig.DEVELOPMENT,
                FreeMarkerConfig.BRAND);
    }

    @Override
    public TemplatePort create(ProviderContext context) {
        return new FreeMarkerTemplatePort(FreeMarkerConfig.from(context.settings()));
    }
}
