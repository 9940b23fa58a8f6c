package io.tidings.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Accepted;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A soak that is short enough for every build. */
class SoakTest {

    private static final long SEED = 1;
    private static final int MESSAGES = 300;

    @Test
    void noMessageIsLostOrDoubledWhileBothProvidersFail() throws IOException, InterruptedException {
        SoakReport report = Soak.run(SEED, MESSAGES);

        Findings findings = report.findings();
        assertThat(findings.broken()).as("promises broken with seed %d", SEED).isEmpty();
        assertThat(findings.sent())
                .extracting(Sent::result)
                .hasSize(MESSAGES)
                .hasAtLeastOneElementOfType(Accepted.class);
        assertThat(report.faults().values()).as("what went wrong").noneMatch(kinds -> kinds.isEmpty());
    }
}
