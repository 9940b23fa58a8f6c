package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.testkit.Messages;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because threads of other tests would look like ones that were left behind. */
@Isolated
class ClosingTest {

    @Test
    void closingLeavesNoThreadAndNoConnection() {
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            Set<String> before = clientThreads();
            SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator));
            adapter.send(Messages.simple());
            assertThat(clientThreads()).hasSizeGreaterThan(before.size());

            adapter.close();

            assertThat(clientThreads()).isEqualTo(before);
            simulator.awaitTraffic(traffic -> traffic.open() == 0, Duration.ofSeconds(20));
        }
    }

    @Test
    void anAdapterThatNeverSentHasNoThread() {
        Set<String> before = clientThreads();
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(SendGridConfig.of("SG.x"))) {
            assertThat(adapter.name()).isEqualTo("sendgrid");
            assertThat(clientThreads()).isEqualTo(before);
        }
    }

    /** All but the simulator's and the test engine's. */
    private static Set<String> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("tidings-sendgrid-watchdog")
                        || name.contains("idle")
                        || name.startsWith("pool-")
                        || name.startsWith("HttpClient"))
                .collect(Collectors.toSet());
    }
}
