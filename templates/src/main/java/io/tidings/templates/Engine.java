package io.tidings.templates;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.cache.TemplateNameFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** FreeMarker as templates here need it: confined, silent, and with nothing of Java within reach. */
final class Engine {

    /** Where templates are on the class path. */
    static final String ROOT = "tidings/templates";

    /** The name under which templates see the {@link Brand}. */
    static final String BRAND = "brand";

    private Engine() {}

    static Configuration configuration(FreeMarkerConfig config, TemplateLoader loader, Languages languages) {
        Models models = new Models(ZoneOffset.UTC);
        Configuration freeMarker = new Configuration(Configuration.VERSION_2_3_35);
        freeMarker.setTemplateLoader(loader);
        freeMarker.setTemplateLookupStrategy(languages);
        freeMarker.setTemplateNameFormat(TemplateNameFormat.DEFAULT_2_4_0);
        freeMarker.setTemplateUpdateDelayMilliseconds(config.development() ? 0 : Long.MAX_VALUE);
        freeMarker.setDefaultEncoding("UTF-8");
        freeMarker.setURLEscapingCharset("UTF-8");
        freeMarker.setLocale(config.defaultLocale());
        freeMarker.setObjectWrapper(models);
        freeMarker.setSharedVariable(BRAND, models.hash(Brand.values(config.brand())));
        // Files named .ftlh are HTML whatever is said here; these are for all others.
        freeMarker.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        freeMarker.setRecognizeStandardFileExtensions(true);
        freeMarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freeMarker.setAPIBuiltinEnabled(false);
        freeMarker.setFallbackOnNullLoopVariable(false);
        // FreeMarker's messages quote values: nothing of them may reach a log or the output.
        freeMarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freeMarker.setAttemptExceptionReporter((exception, environment) -> {});
        freeMarker.setLogTemplateExceptions(false);
        freeMarker.setWrapUncheckedExceptions(true);
        return freeMarker;
    }

    static TemplateLoader loader(FreeMarkerConfig config) {
        List<TemplateLoader> loaders = new ArrayList<>();
        config.directory().map(Engine::directory).ifPresent(loaders::add);
        for (ClassLoader classes : classLoaders()) {
            loaders.add(new ClassTemplateLoader(classes, ROOT));
        }
        MultiTemplateLoader all = new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
        // Otherwise a file that appears in the directory would not be seen while the class path has it, too.
        all.setSticky(false);
        return new CheckedLoader(all);
    }

    private static Set<ClassLoader> classLoaders() {
        Set<ClassLoader> classLoaders = new LinkedHashSet<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            classLoaders.add(context);
        }
        ClassLoader own = Engine.class.getClassLoader();
        if (own != null) {
            classLoaders.add(own);
        }
        return classLoaders;
    }

    private static TemplateLoader directory(Path directory) {
        try {
            return new DirectoryLoader(directory);
        } catch (IOException e) {
            throw new ConfigurationException(List.of(
                    new ConfigurationProblem(FreeMarkerConfig.DIRECTORY.name(), "must name a directory that exists")));
        }
    }
}
