package io.tidings.testkit.sendgrid;

import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Settings of a simulator; all have defaults. Not thread-safe. */
public final class SendGridSimulatorBuilder {

    int port;
    String apiKey = "SG.simulated-key";
    Set<String> scopes = Set.of("mail.send", "whitelabel.read", "whitelabel.update");
    final Map<String, Set<String>> domains = new LinkedHashMap<>();
    final Map<String, Boolean> senders = new LinkedHashMap<>();
    Duration delay = Duration.ZERO;
    InstantSource clock = InstantSource.system();
    int capacity = 10_000;
    Consumer<String> check = DefaultCheck.ofProperty();

    SendGridSimulatorBuilder() {}

    /** Where to listen on 127.0.0.1; 0, the default, for any port that is free. */
    public SendGridSimulatorBuilder port(int number) {
        port = number;
        return this;
    }

    /** The only key that is valid. */
    public SendGridSimulatorBuilder apiKey(String key) {
        apiKey = Objects.requireNonNull(key, "key");
        return this;
    }

    /**
     * What the key may do; by default {@code mail.send}, {@code whitelabel.read} and {@code whitelabel.update}.
     * SendGrid's own scope for single senders is not documented; here they need {@code whitelabel.read} as well.
     */
    public SendGridSimulatorBuilder scopes(String... names) {
        scopes = Set.of(names);
        return this;
    }

    /**
     * Adds a domain to the account. Once it has a domain or a sender, no mail may come from anybody else.
     *
     * @param wrong which of its records are missing: {@code mail_cname}, {@code dkim1}, {@code dkim2}, {@code spf}
     */
    public SendGridSimulatorBuilder domain(String name, String... wrong) {
        if (!Set.of("mail_cname", "dkim1", "dkim2", "spf").containsAll(Set.of(wrong))) {
            throw new InvalidArgumentException("wrong", "must name only mail_cname, dkim1, dkim2 and spf");
        }
        domains.put(name.toLowerCase(Locale.ROOT), Set.of(wrong));
        return this;
    }

    /** Adds a single sender to the account. Once it has a domain or a sender, no mail may come from anybody else. */
    public SendGridSimulatorBuilder sender(String address, boolean verified) {
        senders.put(address.toLowerCase(Locale.ROOT), verified);
        return this;
    }

    /** How long every answer takes; no time by default. */
    public SendGridSimulatorBuilder delay(Duration time) {
        delay = Answer.sendGrid().after(time).delay();
        return this;
    }

    /** From which 72 hours of scheduling count; the system's by default. */
    public SendGridSimulatorBuilder clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * How many requests to keep, with their mails; 10,000 by default. When there is no more room every request is
     * answered 503, so that nothing is missed in silence; 0 keeps none and answers all.
     */
    public SendGridSimulatorBuilder keep(int requests) {
        if (requests < 0) {
            throw new InvalidArgumentException("requests", "must not be negative");
        }
        capacity = requests;
        return this;
    }

    /**
     * A further check of the JSON of every mail that arrives, whatever is answered. If it throws an AssertionError,
     * {@link SendGridSimulator#close()} throws it again. By default {@link PublishedDescription} if the system property
     * {@code sendgrid.description} names a file that is there, else none.
     */
    public SendGridSimulatorBuilder checkedBy(Consumer<String> jsonCheck) {
        check = Objects.requireNonNull(jsonCheck, "jsonCheck");
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @throws java.io.UncheckedIOException if the port cannot be had
     */
    public SendGridSimulator start() {
        return new SendGridSimulator(this);
    }
}
