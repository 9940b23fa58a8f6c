package io.tidings.benchmarks.smtp;

import java.time.Duration;
import org.openjdk.jmh.annotations.Threads;

/** Sixteen messages under way to a relay 5 ms away. */
@Threads(16)
public class SmtpFar16Benchmark extends SmtpContest {

    public SmtpFar16Benchmark() {
        super(Duration.ofMillis(5));
    }
}
