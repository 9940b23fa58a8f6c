package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.testkit.Messages;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because threads of other tests would look like ones that were left behind. */
@Isolated
class ClosingTest {

    @Test
    void closingLeavesNoThreadAndNoConnection() {
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator));
            adapter.send(Messages.simple());
            assertThat(clientThreadsBeyond(before)).isNotEmpty();

            adapter.close();

            assertThat(clientThreadsBeyond(before)).isEmpty();
            simulator.awaitTraffic(traffic -> traffic.open() == 0, Duration.ofSeconds(20));
        }
    }

    @Test
    void anAdapterThatNeverSentHasNoThread() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(SendGridConfig.of("SG.x"))) {
            assertThat(adapter.name()).isEqualTo("sendgrid");
            assertThat(clientThreadsBeyond(before)).isEmpty();
        }
    }

    /** Those that were started since and still run, but for the simulator's and the test engine's. */
    private static List<String> clientThreadsBeyond(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("tidings-sendgrid-watchdog")
                        || name.contains("idle")
                        || name.startsWith("pool-")
                        || name.startsWith("HttpClient"))
                .toList();
    }
}
