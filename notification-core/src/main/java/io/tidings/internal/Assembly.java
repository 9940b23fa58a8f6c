package io.tidings.internal;

import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.TidingsException;
import io.tidings.spi.EmailListener;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.spi.TemplatePortProvider;
import io.tidings.template.TemplatePort;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the ports of one notifier from its settings, and gathers every problem on the way. Not thread-safe. */
public final class Assembly {

    private final Settings settings;
    private final InstantSource clock;
    private final EmailListener listener;
    private final List<EmailPortProvider> emailProviders;
    private final List<TemplatePortProvider> templateProviders;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    /**
     * Finds what is on the class path and checks the names of all settings, and the values of those that hold for every
     * adapter.
     */
    public Assembly(Settings settings, InstantSource clock, EmailListener listener) {
        this(settings, clock, listener, ProviderLoader.emailPorts(), ProviderLoader.templatePorts());
    }

    Assembly(
            Settings settings,
            InstantSource clock,
            EmailListener listener,
            List<EmailPortProvider> emailProviders,
            List<TemplatePortProvider> templateProviders) {
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.emailProviders = List.copyOf(emailProviders);
        this.templateProviders = List.copyOf(templateProviders);
        problems.addAll(settings.problems(EmailKeys.all()));
        problems.addAll(new UnknownNames(knownKeys(), prefixes()).problems(settings));
    }

    /** Every problem found so far. */
    public List<ConfigurationProblem> problems() {
        return List.copyOf(problems);
    }

    /** The adapter that the settings choose; empty if that was a problem. */
    public Optional<EmailPort> emailPort() {
        Optional<EmailPortProvider> chosen = chosenEmailProvider();
        return chosen.flatMap(
                provider -> attempt(provider.name(), provider.keys(), () -> create(provider, new ArrayDeque<>())));
    }

    /** The one template engine on the class path; empty if that was a problem. */
    public Optional<TemplatePort> templatePort() {
        if (templateProviders.size() != 1) {
            problem(
                    "tidings.templates",
                    "needs exactly one template engine on the class path, such as the module" + " templates; found: "
                            + classNames(templateProviders));
            return Optional.empty();
        }
        TemplatePortProvider provider = templateProviders.get(0);
        return attempt(provider.name(), provider.keys(), () -> provider.create(new Context(new ArrayDeque<>())));
    }

    private Optional<EmailPortProvider> chosenEmailProvider() {
        try {
            Optional<String> name = settings.find(EmailKeys.ADAPTER);
            if (name.isPresent()) {
                return Optional.of(provider(name.get(), EmailKeys.ADAPTER.name()));
            }
        } catch (ConfigurationException e) {
            add(e.problems());
            return Optional.empty();
        }
        if (emailProviders.size() != 1) {
            problem(
                    EmailKeys.ADAPTER.name(),
                    "must be set to the name of an adapter; found on the class path: " + names());
            return Optional.empty();
        }
        return Optional.of(emailProviders.get(0));
    }

    /** @param namedBy the key whose value the name is */
    private EmailPortProvider provider(String name, String namedBy) {
        List<EmailPortProvider> named = emailProviders.stream()
                .filter(provider -> provider.name().equals(name))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new ConfigurationException(List.of(new ConfigurationProblem(
                namedBy,
                named.isEmpty()
                        ? "names an adapter that is not on the class path; found: " + names()
                        : "names an adapter that is on the class path more than once: " + classNames(named))));
    }

    private EmailPort create(EmailPortProvider provider, Deque<String> making) {
        if (making.contains(provider.name())) {
            throw new ConfigurationException(List.of(new ConfigurationProblem(
                    namedBy(making), "leads in a circle: " + String.join(" -> ", making) + " -> " + provider.name())));
        }
        List<ConfigurationProblem> wrong = settings.problems(provider.keys());
        if (!wrong.isEmpty()) {
            throw new ConfigurationException(wrong);
        }
        Deque<String> deeper = new ArrayDeque<>(making);
        deeper.addLast(provider.name());
        return provider.create(new Context(deeper));
    }

    /** The settings of the adapter that asks for another one. */
    private static String namedBy(Deque<String> making) {
        return making.isEmpty() ? EmailKeys.ADAPTER.name() : "tidings." + making.getLast();
    }

    private <P> Optional<P> attempt(String name, List<SettingKey<?>> keys, Supplier<P> creation) {
        List<ConfigurationProblem> wrong = settings.problems(keys);
        try {
            if (wrong.isEmpty()) {
                return Optional.of(creation.get());
            }
            add(wrong);
        } catch (ConfigurationException e) {
            add(e.problems());
        } catch (TidingsException e) {
            problem("tidings." + name, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            // Its own text may hold a value.
            problem("tidings." + name, "could not be made: " + e.getClass().getName());
        }
        return Optional.empty();
    }

    /** Each problem once, although several checks may see it. */
    private void add(List<ConfigurationProblem> found) {
        found.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
    }

    private void problem(String key, String text) {
        add(List.of(new ConfigurationProblem(key, text)));
    }

    private List<SettingKey<?>> knownKeys() {
        List<SettingKey<?>> known = new ArrayList<>(EmailKeys.all());
        known.add(Settings.CONFIG);
        emailProviders.forEach(provider -> known.addAll(provider.keys()));
        templateProviders.forEach(provider -> known.addAll(provider.keys()));
        return known;
    }

    private Set<String> prefixes() {
        Set<String> prefixes = new TreeSet<>(Set.of("email"));
        emailProviders.forEach(provider -> prefixes.add(provider.name()));
        templateProviders.forEach(provider -> prefixes.add(provider.name()));
        return prefixes;
    }

    private String names() {
        return emailProviders.isEmpty()
                ? "none"
                : emailProviders.stream().map(EmailPortProvider::name).sorted().collect(Collectors.joining(", "));
    }

    private static String classNames(List<?> providers) {
        return providers.isEmpty()
                ? "none"
                : providers.stream()
                        .map(provider -> provider.getClass().getName())
                        .collect(Collectors.joining(", "));
    }

    private final class Context implements ProviderContext {

        private final Deque<String> making;

        Context(Deque<String> making) {
            this.making = making;
        }

        @Override
        public Settings settings() {
            return settings;
        }

        @Override
        public InstantSource clock() {
            return clock;
        }

        @Override
        public EmailPort adapter(String name) {
            return create(provider(name, namedBy(making)), making);
        }

        @Override
        public EmailListener listener() {
            return listener;
        }
    }
}
