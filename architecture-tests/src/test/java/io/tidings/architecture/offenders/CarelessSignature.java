package io.tidings.architecture.offenders;

import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateModel;
import freemarker.template.Version;
import java.util.List;
import java.util.Map;

/** Breaks a rule on purpose: shows a vendor's types in every place that others see. */
public final class CarelessSignature extends StringTemplateLoader implements TemplateModel {
    public final Version[] versions;

    public CarelessSignature(Configuration configuration) {
        versions = new Version[] {configuration.getIncompatibleImprovements()};
    }

    public List<Template> given() {
        return List.of();
    }

    protected void taken(Map<String, ? extends TemplateLoader> loaders) {}

    <T extends Environment> void notSeen(T environment) {}

    public void thrown() throws ParseException {}
}
