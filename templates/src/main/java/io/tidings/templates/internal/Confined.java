package io.tidings.templates.internal;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.cache.TemplateNameFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** FreeMarker as templates here need it: confined, silent, and with nothing of Java within reach. */
final class Confined {

    private Confined() {}

    static Configuration configuration(
            TemplateLoader loader, Languages languages, boolean development, Map<String, Object> brand) {
        Models models = new Models(ZoneOffset.UTC);
        Configuration freeMarker = new Configuration(Configuration.VERSION_2_3_35);
        freeMarker.setTemplateLoader(loader);
        freeMarker.setTemplateLookupStrategy(languages);
        freeMarker.setTemplateNameFormat(TemplateNameFormat.DEFAULT_2_4_0);
        freeMarker.setTemplateUpdateDelayMilliseconds(development ? 0 : Long.MAX_VALUE);
        // Columns are counted as editors do, a tab as one.
        freeMarker.setTabSize(1);
        freeMarker.setDefaultEncoding("UTF-8");
        freeMarker.setURLEscapingCharset("UTF-8");
        freeMarker.setLocale(languages.defaultLocale());
        freeMarker.setObjectWrapper(models);
        freeMarker.setSharedVariable(Engine.BRAND, models.hash(brand));
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

    /** @throws IOException if there is no such directory */
    static TemplateLoader loader(Optional<Path> directory) throws IOException {
        List<TemplateLoader> loaders = new ArrayList<>();
        if (directory.isPresent()) {
            loaders.add(new DirectoryLoader(directory.get()));
        }
        for (ClassLoader classes : classLoaders()) {
            loaders.add(new ClassTemplateLoader(classes, Engine.ROOT));
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
        ClassLoader own = Confined.class.getClassLoader();
        if (own != null) {
            classLoaders.add(own);
        }
        return classLoaders;
    }
}
