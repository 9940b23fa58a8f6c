package io.tidings.examples;

import io.tidings.spi.Settings;
import java.net.URI;
import java.util.Map;

/** What an adapter sends to, in this process. */
interface LocalFarSide extends AutoCloseable {

    /** The adapter that sends to it. */
    String adapter();

    /** Where it is, for that adapter. */
    Map<String, String> whereItIs();

    /** How much it was sent. */
    String report();

    /** Reports, to this webhook, what became of what it was sent; nothing if it has no such reports. */
    default void tellWhatBecame(URI webhook) {}

    @Override
    void close();

    /** These, with it as far side: of its adapter, or of that one within the fail-over that they ask for. */
    default Settings joining(Settings settings) {
        Settings known = settings.with(whereItIs());
        boolean failover =
                settings.find(PortalJob.ADAPTER).filter("failover"::equals).isPresent();
        return failover ? known : known.with(Map.of(PortalJob.ADAPTER.name(), adapter()));
    }
}
