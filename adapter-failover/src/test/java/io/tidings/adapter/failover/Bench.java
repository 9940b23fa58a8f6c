package io.tidings.adapter.failover;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.EmailPort;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Two providers, a fail-over adapter around them, and a clock for all. Not thread-safe. */
final class Bench {

    static final EmailAddress FROM = EmailAddress.of("portal@example.gov");
    static final EmailAddress JANE = EmailAddress.of("jane@example.org");
    static final EmailAddress JOHN = EmailAddress.of("john@example.org");
    static final EmailAddress MARY = EmailAddress.of("mary@example.org");

    final SimulatedTime time = new SimulatedTime();
    final ScriptedPort first = new ScriptedPort("first", time);
    final ScriptedPort second = new ScriptedPort("second", time);
    final FailoverEmailAdapter failover;

    private Bench(int attempts, Duration maxWait, OnUnconfirmed onUnconfirmed, boolean alone) {
        List<EmailPort> ports = alone ? List.of(first) : List.of(first, second);
        FailoverConfig config = new FailoverConfig(ports, attempts, maxWait, onUnconfirmed);
        failover = new FailoverEmailAdapter(config, time, time, () -> new Random(1));
    }

    static Bench create() {
        return with(OnUnconfirmed.HOLD);
    }

    static Bench with(OnUnconfirmed onUnconfirmed) {
        return new Bench(3, Duration.ofSeconds(30), onUnconfirmed, false);
    }

    static Bench with(int attempts, Duration maxWait) {
        return new Bench(attempts, maxWait, OnUnconfirmed.HOLD, false);
    }

    /** Only the first provider. */
    static Bench alone() {
        return new Bench(3, Duration.ofSeconds(30), OnUnconfirmed.RESEND, true);
    }

    static EmailMessageBuilder message() {
        return EmailMessage.builder().from(FROM).to(JANE).subject("Hello").text("Good morning");
    }

    static List<EmailMessage> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> message()
                        .to(EmailAddress.of("reader" + i + "@example.org"))
                        .build())
                .toList();
    }
}
