package io.tidings.benchmarks.smtp;

import io.tidings.benchmarks.Pace;
import org.openjdk.jmh.annotations.Threads;

/** Four messages under way to a relay next door. */
@Threads(4)
public class SmtpNear4Benchmark extends SmtpNearContest {

    @Override
    @Pace(3)
    public void angus() throws Exception {
        super.angus();
    }
}
