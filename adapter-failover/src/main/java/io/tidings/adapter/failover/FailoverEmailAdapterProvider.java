package io.tidings.adapter.failover;

import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes the adapter for {@code tidings.email.adapter=failover}. Found by {@link java.util.ServiceLoader}. */
public final class FailoverEmailAdapterProvider implements EmailPortProvider {

    @Override
    public String name() {
        return FailoverEmailAdapter.NAME;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(
                FailoverConfig.ORDER,
                FailoverConfig.ATTEMPTS,
                FailoverConfig.MAX_WAIT_KEY,
                FailoverConfig.ON_UNCONFIRMED);
    }

    @Override
    public EmailPort create(ProviderContext context) {
        Settings settings = context.settings();
        List<String> order = settings.get(FailoverConfig.ORDER);
        int attempts = settings.get(FailoverConfig.ATTEMPTS);
        Duration maxWait = settings.get(FailoverConfig.MAX_WAIT_KEY);
        OnUnconfirmed onUnconfirmed = settings.get(FailoverConfig.ON_UNCONFIRMED);
        // Last, as nobody would close them if a setting were wrong.
        List<EmailPort> made = new ArrayList<>();
        try {
            make(context, order, made);
            return new FailoverEmailAdapter(
                    new FailoverConfig(made, attempts, maxWait, onUnconfirmed), context.clock());
        } catch (RuntimeException | Error e) {
            made.forEach(adapter -> FailoverEmailAdapter.attempt(adapter::close, e));
            throw e;
        }
    }

    /** All of them, or every problem of all of them; then some may be made. */
    private static void make(ProviderContext context, List<String> order, List<EmailPort> made) {
        Set<String> names = new HashSet<>();
        if (order.size() > FailoverConfig.MAX_ADAPTERS || !order.stream().allMatch(names::add)) {
            throw new ConfigurationException(List.of(new ConfigurationProblem(
                    FailoverConfig.ORDER.name(),
                    "must name at most " + FailoverConfig.MAX_ADAPTERS + " adapters, each of them once")));
        }
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (String name : order) {
            try {
                made.add(Objects.requireNonNull(context.adapter(name), name));
            } catch (ConfigurationException e) {
                int entry = order.indexOf(name) + 1;
                e.problems().forEach(problem -> problems.add(inOrder(problem, entry)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** A problem with a name of the order, which its finder can only ascribe to this adapter, told of the right key. */
    private static ConfigurationProblem inOrder(ConfigurationProblem problem, int entry) {
        return problem.key().equals("tidings." + FailoverEmailAdapter.NAME)
                ? new ConfigurationProblem(FailoverConfig.ORDER.name(), "entry " + entry + " " + problem.text())
                : problem;
    }
}
