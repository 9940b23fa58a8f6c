package io.tidings.internal;

import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.TemplatePortProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is on the class path. The only place that asks {@link ServiceLoader}. */
final class ProviderLoader {

    private ProviderLoader() {}

    static List<EmailPortProvider> emailPorts() {
        return load(EmailPortProvider.class);
    }

    static List<TemplatePortProvider> templatePorts() {
        return load(TemplatePortProvider.class);
    }

    /** From the application's class loader and from that of Tidings, which in containers are two. */
    private static <P> List<P> load(Class<P> type) {
        @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
        @Nullable ClassLoader own = ProviderLoader.class.getClassLoader();
        return Stream.of(ServiceLoader.load(type, context), ServiceLoader.load(type, own))
                .flatMap(ServiceLoader::stream)
                .collect(Collectors.toMap(ServiceLoader.Provider::type, provider -> provider, (first, again) -> first))
                .values()
                .stream()
                .map(ServiceLoader.Provider::get)
                .sorted((a, b) -> a.getClass().getName().compareTo(b.getClass().getName()))
                .toList();
    }
}
