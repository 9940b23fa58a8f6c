package io.tidings.adapter.smtplegacy.options;

import io.tidings.error.InvalidArgumentException;
import java.time.Duration;

/**
 * How many connections there are and how long each is used.
 *
 * @param maxConnections how many sends can be under way at once, to all relays together; 1 to 1,000
 * @param idleTimeout after which an idle connection is closed; positive
 * @param maxAge after which a connection is not used again; positive
 * @param maxMessages how many messages go over one connection; 1 or more
 * @param checkAfter how long a connection may be idle and still be used without asking first whether it works
 */
public record PoolLimits(
        int maxConnections, Duration idleTimeout, Duration maxAge, int maxMessages, Duration checkAfter) {

    public PoolLimits {
        if (maxConnections < 1 || maxConnections > 1_000) {
            throw new InvalidArgumentException("maxConnections", "must be from 1 to 1000");
        }
        if (maxMessages < 1) {
            throw new InvalidArgumentException("maxMessages", "must be 1 or more");
        }
        TimeLimits.requirePositive("idleTimeout", idleTimeout);
        TimeLimits.requirePositive("maxAge", maxAge);
        TimeLimits.requirePositive("checkAfter", checkAfter);
    }

    /** 8 connections, each for 100 messages or 10 minutes, closed after 60 s and checked after 5 s of idleness. */
    public static PoolLimits defaults() {
        return new PoolLimits(8, Duration.ofSeconds(60), Duration.ofMinutes(10), 100, Duration.ofSeconds(5));
    }

    /** These with another number of connections. */
    public PoolLimits withMaxConnections(int count) {
        return new PoolLimits(count, idleTimeout, maxAge, maxMessages, checkAfter);
    }
}
