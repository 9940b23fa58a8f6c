package io.tidings.benchmarks;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.tidings.template.TemplateId;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;

/**
 * FreeMarker as its manual recommends it for production: one configuration, whose cache never looks for changes, the
 * object wrapper that comes with it, HTML escaped by the file's extension, and files looked up by locale.
 */
final class PlainFreeMarker {

    private final Configuration freeMarker;
    private final String folder;
    private final Map<String, Object> model;

    private PlainFreeMarker(TemplateLoader loader, TemplateId template, Map<String, Object> model)
            throws TemplateException {
        freeMarker = new Configuration(Configuration.VERSION_2_3_35);
        freeMarker.setTemplateLoader(loader);
        freeMarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        freeMarker.setDefaultEncoding("UTF-8");
        freeMarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freeMarker.setLogTemplateExceptions(false);
        freeMarker.setWrapUncheckedExceptions(true);
        freeMarker.setFallbackOnNullLoopVariable(false);
        folder = template.value() + "/";
        this.model = PlainModel.of(model);
    }

    /** With the catalogue's own templates, and what they see as brand. */
    static PlainFreeMarker withSameTemplates(TemplateId template, Map<String, Object> model, Map<String, String> brand)
            throws TemplateException {
        ClassLoader classes = FreeMarkerTemplatePort.class.getClassLoader();
        PlainFreeMarker plain =
                new PlainFreeMarker(new ClassTemplateLoader(classes, "tidings/templates"), template, model);
        plain.freeMarker.setSharedVariable("brand", brand);
        return plain;
    }

    /**
     * With templates that import nothing and call no macro: the given texts, where each value of the model is an
     * interpolation. What is the same for all models of that shape, such as the brand and the words for a status, is
     * constant; so this is the least that any FreeMarker template for these texts costs.
     */
    static PlainFreeMarker withFlatTemplates(TemplateId template, Map<String, Object> model, Texts texts)
            throws TemplateException {
        StringTemplateLoader templates = new StringTemplateLoader();
        PlainFreeMarker flat = new PlainFreeMarker(templates, template, model);
        templates.putTemplate(flat.folder + "subject.ftl", PlainModel.interpolate(texts.subject(), flat.model));
        templates.putTemplate(flat.folder + "html.ftlh", PlainModel.interpolate(texts.html(), flat.model));
        templates.putTemplate(flat.folder + "text.ftl", PlainModel.interpolate(texts.text(), flat.model));
        return flat;
    }

    Texts render() throws IOException, TemplateException {
        return new Texts(print("subject.ftl"), print("html.ftlh"), print("text.ftl"));
    }

    private String print(String file) throws IOException, TemplateException {
        Writer output = new StringWriter();
        freeMarker.getTemplate(folder + file, Message.LOCALE).process(model, output);
        return output.toString();
    }
}
