package io.tidings.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.EmailPort;
import io.tidings.mime.MimeWriter;
import io.tidings.spi.EmailPortProvider;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The adapter is used in development too, where nobody has AssertJ and JUnit on the class path. */
class ClassPathTest {

    private static URLClassLoader withoutTestLibraries() {
        URL[] places = Stream.of(
                        InMemoryEmailAdapter.class,
                        PlainUse.class,
                        EmailPort.class,
                        MimeWriter.class,
                        Inject.class,
                        NullMarked.class,
                        Logger.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .distinct()
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void theLibrariesAreReallyMissing() throws Exception {
        try (URLClassLoader loader = withoutTestLibraries()) {
            assertThatThrownBy(() -> loader.loadClass("org.assertj.core.api.Assertions"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void itWorksWithoutThem() throws Exception {
        try (URLClassLoader loader = withoutTestLibraries()) {
            Class<?> use = loader.loadClass(PlainUse.class.getName());
            assertThat(use.getClassLoader()).isSameAs(loader);

            Callable<?> call = (Callable<?>) use.getConstructor().newInstance();

            assertThat(call.call()).isEqualTo("Deferred, Accepted, 1 arrived");
        }
    }

    @Test
    void itsProviderIsFoundWithoutThem() throws Exception {
        try (URLClassLoader loader = withoutTestLibraries()) {
            ServiceLoader<?> providers =
                    ServiceLoader.load(loader.loadClass(EmailPortProvider.class.getName()), loader);

            assertThat(providers.stream())
                    .extracting(provider -> provider.type().getName())
                    .containsExactly(InMemoryEmailAdapterProvider.class.getName());
        }
    }

    @Test
    void everyClassOutsideTheirPackagesResolvesWithoutThem() throws Exception {
        Path classes = Path.of(InMemoryEmailAdapter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (URLClassLoader loader = withoutTestLibraries()) {
            List<String> names = classNames(classes);
            assertThat(names).hasSizeGreaterThan(15).contains(Mailbox.class.getName());
            for (String name : names) {
                Class<?> type = Class.forName(name, true, loader);
                assertThat(type.getDeclaredMethods()).isNotNull();
                assertThat(type.getDeclaredFields()).isNotNull();
            }
        }
    }

    private static List<String> classNames(Path classes) throws Exception {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.contains(".inmemory.assertj.") && !name.contains(".inmemory.junit."))
                    .toList();
        }
    }
}
