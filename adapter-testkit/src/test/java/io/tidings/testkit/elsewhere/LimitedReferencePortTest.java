package io.tidings.testkit.elsewhere;

import io.tidings.email.Capabilities;
import io.tidings.email.Limit;
import io.tidings.testkit.EmailPortContract;
import io.tidings.testkit.ReferencePort;
import io.tidings.testkit.Rig;
import java.util.Map;
import java.util.Set;

/**
 * An adapter that can do hardly anything keeps the contract too, as long as it says so. In a package of its own, as the
 * tests of every adapter are.
 */
class LimitedReferencePortTest extends EmailPortContract {

    private static final Map<Limit, Long> LIMITS = Map.of(
            Limit.RECIPIENTS, 20L,
            Limit.ENCODED_BYTES, 60_000L,
            Limit.TAG_COUNT, 3L,
            Limit.TAG_LENGTH, 10L,
            Limit.METADATA_BYTES, 20_000L,
            Limit.SCHEDULE_AHEAD_SECONDS, 3600L);

    @Override
    protected Rig rig() {
        return new ReferencePort(new Capabilities(Set.of(), LIMITS, Set.of("bcc", "x-reserved"))).rig();
    }
}
