package io.tidings.adapter.inmemory;

import io.tidings.adapter.inmemory.internal.MessageFiles;
import io.tidings.adapter.inmemory.script.Delay;
import io.tidings.email.Capabilities;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.EmailListener;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds an {@link InMemoryEmailAdapter}. Setting something again replaces it. Not thread-safe. */
public final class InMemoryEmailAdapterBuilder {

    private InMemoryConfig config = InMemoryConfig.defaults();
    private @Nullable Mailbox mailbox;
    InstantSource clock = InstantSource.system();
    Delay delay = Delay.sleeping();
    Capabilities capabilities = Capabilities.unlimited();
    EmailListener listener = event -> {};
    Duration closeWait = Duration.ofSeconds(30);

    InMemoryEmailAdapterBuilder() {}

    /** Directory and mailbox by name; default {@link InMemoryConfig#defaults()}. */
    public InMemoryEmailAdapterBuilder config(InMemoryConfig value) {
        config = Objects.requireNonNull(value, "config");
        return this;
    }

    /**
     * Where messages arrive, instead of what the configuration names. Whoever made it closes it. Default: a mailbox of
     * the adapter's own, which it closes when it is closed.
     */
    public InMemoryEmailAdapterBuilder mailbox(Mailbox value) {
        mailbox = Objects.requireNonNull(value, "mailbox");
        return this;
    }

    /** The clock for attempts, arrivals and events; default is the system's. */
    public InMemoryEmailAdapterBuilder clock(InstantSource value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /** How time passes while the far side is slow; default {@link Delay#sleeping()}. */
    public InMemoryEmailAdapterBuilder delay(Delay value) {
        delay = Objects.requireNonNull(value, "delay");
        return this;
    }

    /** What the adapter says it can carry, and no more; default {@link Capabilities#unlimited()}. */
    public InMemoryEmailAdapterBuilder capabilities(Capabilities value) {
        capabilities = Objects.requireNonNull(value, "capabilities");
        return this;
    }

    /** Who hears {@link InMemoryEmailAdapter#events()}; default nobody. */
    public InMemoryEmailAdapterBuilder onEvent(EmailListener value) {
        listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /** How long closing waits, in real time, for sends under way; from zero to an hour, default 30 s. */
    public InMemoryEmailAdapterBuilder closeWait(Duration value) {
        if (value.isNegative() || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidArgumentException("closeWait", "must be from zero to an hour");
        }
        closeWait = value;
        return this;
    }

    /**
     * The adapter.
     *
     * @throws ConfigurationException if nobody opened the mailbox, or if the directory cannot be written to
     */
    public InMemoryEmailAdapter build() {
        return new InMemoryEmailAdapter(this);
    }

    /** The mailbox that was asked for; empty if the adapter is to have its own, or if there is a problem. */
    Optional<Mailbox> findMailbox(List<ConfigurationProblem> problems) {
        if (mailbox != null) {
            return Optional.of(mailbox);
        }
        Optional<Mailbox> found = config.mailbox().flatMap(Mailbox::find);
        if (config.mailbox().isPresent() && found.isEmpty()) {
            problems.add(new ConfigurationProblem(
                    InMemoryConfig.MAILBOX.name(),
                    "must be the name of a mailbox that was opened with Mailbox.open and not closed since"));
        }
        return found;
    }

    /** The directory that was asked for; empty if there is none or a problem. */
    Optional<MessageFiles> openDirectory(List<ConfigurationProblem> problems) {
        if (config.directory().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageFiles.in(config.directory().get(), clock));
        } catch (IOException e) {
            problems.add(new ConfigurationProblem(
                    InMemoryConfig.DIRECTORY.name(),
                    "must be a directory that can be written to, or that can be made"));
            return Optional.empty();
        }
    }
}
