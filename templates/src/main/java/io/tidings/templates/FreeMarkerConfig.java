package io.tidings.templates;

import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.templates.internal.Brand;
import io.tidings.templates.internal.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How templates are found and dressed.
 *
 * @param directory where templates of your own are, besides those on the class path; each file there replaces the one
 *     of the same name that comes with the library. By default there is none
 * @param defaultLocale the language of files whose name has none, and for readers whose language no file has; English
 *     by default
 * @param development whether a changed file is seen at the next rendering; otherwise, by default, a file is read once
 * @param brand what the layout says about the portal, by names such as {@code portal-name}; see {@link Brand} for the
 *     names it knows and their defaults. Others are for templates of your own
 */
public record FreeMarkerConfig(
        Optional<Path> directory, Locale defaultLocale, boolean development, Map<String, String> brand) {

    static final SettingKey<Path> DIRECTORY =
            SettingKey.path(Engine.DIRECTORY, "A directory with templates that replace the shipped ones file by file.");
    static final SettingKey<Locale> DEFAULT_LOCALE = SettingKey.locale(
                    "tidings.templates.default-locale", "The language of templates whose file name has none.")
            .orElse(Locale.ENGLISH);
    static final SettingKey<Boolean> DEVELOPMENT = SettingKey.flag(
                    "tidings.templates.development", "Whether changed templates are read again.")
            .orElse(false);
    static final SettingKey<Map<String, String>> BRAND = SettingKey.group(
            "tidings.templates.brand", "What the layout says about the portal, such as portal-name and portal-url.");

    /** @throws ConfigurationException with every problem */
    public FreeMarkerConfig {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(defaultLocale, "defaultLocale");
        brand = Map.copyOf(brand);
        List<ConfigurationProblem> problems = new ArrayList<>();
        if (directory.isPresent() && !Files.isDirectory(directory.get())) {
            problems.add(new ConfigurationProblem(DIRECTORY.name(), "must name a directory that exists"));
        }
        if (defaultLocale.getLanguage().isEmpty()) {
            problems.add(new ConfigurationProblem(DEFAULT_LOCALE.name(), "must have a language"));
        }
        problems.addAll(Brand.problems(brand));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** The shipped templates, in English by default, with a neutral brand. */
    public static FreeMarkerConfig defaults() {
        return new FreeMarkerConfig(Optional.empty(), Locale.ENGLISH, false, Map.of());
    }

    /**
     * Reads {@code tidings.templates.directory}, {@code .default-locale}, {@code .development} and {@code .brand.*}.
     *
     * @throws ConfigurationException with every problem
     */
    public static FreeMarkerConfig from(Settings settings) {
        return new FreeMarkerConfig(
                settings.find(DIRECTORY), settings.get(DEFAULT_LOCALE), settings.get(DEVELOPMENT), settings.get(BRAND));
    }

    /** Without the brand's values, which may hold an address. */
    @Override
    public String toString() {
        return "FreeMarkerConfig[defaultLocale=" + defaultLocale.toLanguageTag() + ", development=" + development + "]";
    }
}
