package io.tidings.spi;

import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import java.util.List;

/**
 * Makes an adapter from settings. Found by {@link java.util.ServiceLoader}, so it has a public constructor without
 * arguments; making one has no effect.
 */
public interface EmailPortProvider {

    /**
     * The name by which {@code tidings.email.adapter} chooses it and under which its results are reported: 1 to 50
     * lower-case letters, digits and hyphens.
     */
    String name();

    /**
     * Every key that it reads. All begin with {@code tidings.<name>.}; any other key with that beginning is an error.
     */
    List<SettingKey<?>> keys();

    /**
     * Makes the adapter. The values of {@link #keys()} have been checked, one by one, before.
     *
     * @throws ConfigurationException with every problem, if the settings do not fit together
     */
    EmailPort create(ProviderContext context);
}
