package io.tidings.spi;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A configuration key: its name, how its value is read, and what it means. Immutable.
 *
 * <p>Any key can also be given as {@code <name>-file}: the value is then the content of that file.
 *
 * @param <T> the type of the value
 */
public final class SettingKey<T> {

    private static final Pattern NAME = Pattern.compile("tidings(\\.[a-z][a-z0-9-]*)+");

    private final String name;
    private final String type;
    private final String description;
    private final Function<String, T> parser;
    private final Optional<T> defaultValue;
    private final boolean required;
    private final boolean group;

    private SettingKey(
            String name,
            String type,
            String description,
            Function<String, T> parser,
            Optional<T> defaultValue,
            boolean required,
            boolean group) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException("setting key", "must look like tidings.smtp-legacy.host");
        }
        this.name = name;
        this.type = type;
        this.description = description;
        this.parser = parser;
        this.defaultValue = defaultValue;
        this.required = required;
        this.group = group;
    }

    /**
     * A key of a type of its own.
     *
     * @param type what the value must be, in words, such as {@code "a host name"}
     * @param parser reads a value that is not blank and has no blanks around it; throws
     *     {@link InvalidArgumentException}, whose message must not hold the value
     */
    public static <T> SettingKey<T> of(String name, String type, String description, Function<String, T> parser) {
        return new SettingKey<>(name, type, description, parser, Optional.empty(), false, false);
    }

    /** Any text. */
    public static SettingKey<String> text(String name, String description) {
        return of(name, "text", description, value -> value);
    }

    /** Text that is never shown. */
    public static SettingKey<Secret> secret(String name, String description) {
        return of(name, "secret", description, Secret::new);
    }

    /** {@code true} or {@code false}. */
    public static SettingKey<Boolean> flag(String name, String description) {
        return of(name, "true or false", description, SettingValues::flag);
    }

    /** A whole number from {@code min} to {@code max}. */
    public static SettingKey<Integer> integer(String name, int min, int max, String description) {
        return of(
                name,
                "a whole number from " + min + " to " + max,
                description,
                value -> SettingValues.integer(value, min, max));
    }

    /**
     * A length of time, such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d} or {@code PT30S}; from
     * {@code min} to {@code max}.
     */
    public static SettingKey<Duration> duration(String name, Duration min, Duration max, String description) {
        return of(
                name,
                "a duration such as 500ms, 30s, 5m, 2h or 7d, from " + SettingValues.format(min) + " to "
                        + SettingValues.format(max),
                description,
                value -> SettingValues.duration(value, min, max));
    }

    /** A number of octets, such as {@code 512}, {@code 64kB}, {@code 25MB} or {@code 1GB}; a kB has 1024 octets. */
    public static SettingKey<Long> size(String name, String description) {
        return of(name, "a size such as 512, 64kB, 25MB or 1GB", description, SettingValues::size);
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public static <E extends Enum<E>> SettingKey<E> choice(String name, Class<E> constants, String description) {
        return of(
                name,
                "one of " + String.join(", ", SettingValues.choices(constants)),
                description,
                value -> SettingValues.choice(value, constants));
    }

    /** An e-mail address, with or without a display name. */
    public static SettingKey<EmailAddress> address(String name, String description) {
        return of(name, "an e-mail address", description, EmailAddress::parse);
    }

    /** An absolute URI. */
    public static SettingKey<URI> uri(String name, String description) {
        return of(name, "a URI", description, SettingValues::uri);
    }

    /** A file or directory. */
    public static SettingKey<Path> path(String name, String description) {
        return of(name, "a path", description, SettingValues::path);
    }

    /** A language tag (BCP 47), such as {@code es-MX}. */
    public static SettingKey<Locale> locale(String name, String description) {
        return of(name, "a language tag such as es-MX", description, SettingValues::locale);
    }

    /**
     * All keys that begin with a name and a dot, by what follows it.
     *
     * @param name what they have in common, without the last dot; such as {@code tidings.templates.brand}
     */
    public static SettingKey<Map<String, String>> group(String name, String description) {
        return new SettingKey<>(
                name, "text by name", description, value -> Map.of(), Optional.of(Map.of()), false, true);
    }

    /** Several of these, with commas between them; blanks around each are ignored, empty ones are an error. */
    public SettingKey<List<T>> list() {
        if (defaultValue.isPresent()) {
            throw new InvalidArgumentException("default", "must be given after list(), as a list");
        }
        return new SettingKey<>(
                name,
                type + "; several with commas between them",
                description,
                value -> SettingValues.list(value, parser),
                Optional.empty(),
                required,
                false);
    }

    /** This key with a value for when it is not set. */
    public SettingKey<T> orElse(T value) {
        return new SettingKey<>(name, type, description, parser, Optional.of(value), false, group);
    }

    /** This key, to be set in any case. */
    public SettingKey<T> required() {
        return new SettingKey<>(name, type, description, parser, Optional.empty(), true, group);
    }

    /** The name, such as {@code tidings.smtp-legacy.host}. */
    public String name() {
        return name;
    }

    /** What the value must be, in words. */
    public String type() {
        return type;
    }

    /** What it means, in a sentence. */
    public String description() {
        return description;
    }

    /** What holds if it is not set. */
    public Optional<T> defaultValue() {
        return defaultValue;
    }

    /** Whether it must be set. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it stands for all keys that begin with its name and a dot. */
    public boolean isGroup() {
        return group;
    }

    /** The environment variable for it: {@code tidings.smtp-legacy.host} is {@code TIDINGS_SMTP_LEGACY_HOST}. */
    public String environmentName() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    T parse(String value) {
        return parser.apply(value);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
