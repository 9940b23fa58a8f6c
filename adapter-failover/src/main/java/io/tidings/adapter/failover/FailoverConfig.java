package io.tidings.adapter.failover;

import io.tidings.email.EmailPort;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The configuration of the fail-over adapter.
 *
 * @param adapters 1 to 10 adapters in the order in which they are asked, no two of the same name; they are closed
 *     together with the fail-over adapter. A single one is retried and has a breaker, no more
 * @param attempts how often a message is offered before waiting for it to work is given up, 1 to 20; each further
 *     adapter may be offered it once in any case
 * @param maxWait how long a message waits between attempts, all in all, from zero (no retry) to an hour; the attempts
 *     themselves do not count
 * @param onUnconfirmed what to do when nobody knows whether a message was sent
 */
public record FailoverConfig(List<EmailPort> adapters, int attempts, Duration maxWait, OnUnconfirmed onUnconfirmed) {

    static final int MAX_ADAPTERS = 10;
    static final int MAX_ATTEMPTS = 20;
    static final Duration MAX_WAIT = Duration.ofHours(1);

    static final SettingKey<List<String>> ORDER = SettingKey.text(
                    "tidings.failover.order", "The adapters to send with, by name, in the order in which to ask them.")
            .list()
            .required();
    static final SettingKey<Integer> ATTEMPTS = SettingKey.integer(
                    "tidings.failover.attempts",
                    1,
                    MAX_ATTEMPTS,
                    "How often a message is offered; each further adapter may be offered it once in any case.")
            .orElse(3);
    static final SettingKey<Duration> MAX_WAIT_KEY = SettingKey.duration(
                    "tidings.failover.max-wait",
                    Duration.ZERO,
                    MAX_WAIT,
                    "How long a message waits between attempts, all in all.")
            .orElse(Duration.ofSeconds(30));
    static final SettingKey<OnUnconfirmed> ON_UNCONFIRMED = SettingKey.choice(
                    "tidings.failover.on-unconfirmed",
                    OnUnconfirmed.class,
                    "What to do when nobody knows whether a message was sent: nothing, or send it again with the next adapter.")
            .orElse(OnUnconfirmed.HOLD);

    public FailoverConfig {
        adapters = List.copyOf(adapters);
        if (adapters.isEmpty() || adapters.size() > MAX_ADAPTERS) {
            throw new InvalidArgumentException("adapters", "must be from 1 to " + MAX_ADAPTERS);
        }
        if (adapters.stream().map(EmailPort::name).distinct().count() < adapters.size()) {
            throw new InvalidArgumentException("adapters", "must not have a name twice");
        }
        if (attempts < 1 || attempts > MAX_ATTEMPTS) {
            throw new InvalidArgumentException("attempts", "must be from 1 to " + MAX_ATTEMPTS);
        }
        if (maxWait.isNegative() || maxWait.compareTo(MAX_WAIT) > 0) {
            throw new InvalidArgumentException("maxWait", "must be from zero to an hour");
        }
        Objects.requireNonNull(onUnconfirmed, "onUnconfirmed");
    }

    /** These adapters, 3 attempts, 30 s of waiting, and unconfirmed messages held. */
    public static FailoverConfig of(EmailPort... adapters) {
        return new FailoverConfig(List.of(adapters), 3, Duration.ofSeconds(30), OnUnconfirmed.HOLD);
    }

    /** The names of the adapters, in order. */
    List<String> names() {
        return adapters.stream().map(EmailPort::name).toList();
    }

    /** With the adapters' names. */
    @Override
    public String toString() {
        return "FailoverConfig[adapters=" + names() + ", attempts=" + attempts + ", maxWait=" + maxWait
                + ", onUnconfirmed=" + onUnconfirmed + "]";
    }
}
