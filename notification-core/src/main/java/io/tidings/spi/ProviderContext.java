package io.tidings.spi;

import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import java.time.InstantSource;

/** What a provider may use to make its adapter. */
public interface ProviderContext {

    /** The configuration of the notifier that is being built. */
    Settings settings();

    /** The notifier's clock. */
    InstantSource clock();

    /**
     * Another adapter, made anew for the caller, who closes it. For adapters that combine others.
     *
     * @throws ConfigurationException if there is none of that name, if it is being made already (a cycle), or if its
     *     settings do not work
     */
    EmailPort adapter(String name);

    /** Where the adapter reports what it learns about messages after they were sent. */
    EmailListener listener();
}
