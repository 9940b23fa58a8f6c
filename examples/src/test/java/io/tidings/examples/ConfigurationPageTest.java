package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.internal.EmailKeys;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.spi.TemplatePortProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's table is what the keys say of themselves. */
class ConfigurationPageTest {

    @Test
    void theTableOfKeysIsWhatTheKeysSay() throws IOException {
        Path page = Path.of("..", "docs", "configuration.md");
        List<String> rows = Files.readString(page)
                .lines()
                .filter(line -> line.startsWith("| `tidings"))
                .toList();

        assertThat(rows)
                .as("%s; what is expected here can be copied there", page)
                .containsExactlyElementsOf(
                        keys().map(ConfigurationPageTest::row).toList());
    }

    private static Stream<SettingKey<?>> keys() {
        return Stream.of(
                        Stream.of(Settings.CONFIG),
                        EmailKeys.all().stream(),
                        ServiceLoader.load(EmailPortProvider.class).stream()
                                .map(ServiceLoader.Provider::get)
                                .sorted(Comparator.comparing(EmailPortProvider::name))
                                .flatMap(provider -> provider.keys().stream()),
                        ServiceLoader.load(TemplatePortProvider.class).stream()
                                .flatMap(provider -> provider.get().keys().stream()))
                .flatMap(stream -> stream);
    }

    private static String row(SettingKey<?> key) {
        String value = key.isRequired()
                ? "required"
                : key.defaultValue().map(ConfigurationPageTest::text).orElse("none");
        String name = key.isGroup() ? key.name() + ".*" : key.name();
        return "| `" + name + "` | " + key.type() + " | " + value + " | " + key.description() + " |";
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> values) {
            return values.isEmpty()
                    ? "none"
                    : values.stream().map(ConfigurationPageTest::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?>) {
            return "none";
        }
        if (value instanceof Duration duration) {
            boolean wholeDays = duration.equals(Duration.ofDays(duration.toDays()));
            return wholeDays ? "`" + duration.toDays() + "d`" : "`" + duration.toSeconds() + "s`";
        }
        if (value instanceof Enum<?> constant) {
            return "`" + constant.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`";
        }
        return "`" + value + "`";
    }
}
