package io.tidings.adapter.failover;

import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
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
        FailoverConfig config = new FailoverConfig(
                adapters(context, settings.get(FailoverConfig.ORDER)),
                settings.get(FailoverConfig.ATTEMPTS),
                settings.get(FailoverConfig.MAX_WAIT_KEY),
                settings.get(FailoverConfig.ON_UNCONFIRMED));
        return new FailoverEmailAdapter(config, context.clock());
    }

    /** All of them, or every problem of all of them. */
    private static List<EmailPort> adapters(ProviderContext context, List<String> order) {
        Set<String> names = new HashSet<>();
        if (order.size() > FailoverConfig.MAX_ADAPTERS || !order.stream().allMatch(names::add)) {
            throw new ConfigurationException(List.of(new ConfigurationProblem(
                    FailoverConfig.ORDER.name(),
                    "must name at most " + FailoverConfig.MAX_ADAPTERS + " adapters, each of them once")));
        }
        List<EmailPort> made = new ArrayList<>();
        List<ConfigurationProblem> problems = new ArrayList<>();
        boolean complete = false;
        try {
            for (String name : order) {
                try {
                    made.add(Objects.requireNonNull(context.adapter(name), name));
                } catch (ConfigurationException e) {
                    problems.addAll(e.problems());
                }
            }
            complete = problems.isEmpty();
        } finally {
            if (!complete) {
                FailoverEmailAdapter.closeAll(made);
            }
        }
        if (!complete) {
            throw new ConfigurationException(problems);
        }
        return made;
    }
}
