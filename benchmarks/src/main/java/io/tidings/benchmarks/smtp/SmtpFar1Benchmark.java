package io.tidings.benchmarks.smtp;

import java.time.Duration;
import org.openjdk.jmh.annotations.Threads;

/** One message under way to a relay 5 ms away. */
@Threads(1)
public class SmtpFar1Benchmark extends SmtpContest {

    public SmtpFar1Benchmark() {
        super(Duration.ofMillis(5));
    }
}
