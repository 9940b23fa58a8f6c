package io.tidings.benchmarks.smtp;

import java.time.Duration;
import org.openjdk.jmh.annotations.Threads;

/** Four messages under way to a relay 5 ms away. */
@Threads(4)
public class SmtpFar4Benchmark extends SmtpContest {

    public SmtpFar4Benchmark() {
        super(Duration.ofMillis(5));
    }
}
