package io.tidings.adapter.inmemory;

import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration of the in-memory adapter.
 *
 * @param directory where to write each message that arrives, as {@code .eml}, text and HTML, to look at; made if it is
 *     missing. Empty: nowhere
 * @param mailbox the name of a mailbox that was opened with {@link Mailbox#open(String)}. Empty: one of its own
 */
public record InMemoryConfig(Optional<Path> directory, Optional<String> mailbox) {

    static final SettingKey<Path> DIRECTORY = SettingKey.path(
            "tidings.inmemory.directory", "Where to write each message as .eml, text and HTML, to look at.");
    static final SettingKey<String> MAILBOX =
            SettingKey.text("tidings.inmemory.mailbox", "The name of the open mailbox in which messages arrive.");

    public InMemoryConfig {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(mailbox, "mailbox");
    }

    /** Writes no files; a mailbox of its own. */
    public static InMemoryConfig defaults() {
        return new InMemoryConfig(Optional.empty(), Optional.empty());
    }

    /**
     * What the settings say under {@code tidings.inmemory}.
     *
     * @throws ConfigurationException with every value that cannot be read
     */
    public static InMemoryConfig from(Settings settings) {
        List<ConfigurationProblem> problems = settings.problems(List.of(DIRECTORY, MAILBOX));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new InMemoryConfig(settings.find(DIRECTORY), settings.find(MAILBOX));
    }
}
