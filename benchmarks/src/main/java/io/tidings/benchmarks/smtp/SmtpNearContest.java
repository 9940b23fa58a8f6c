package io.tidings.benchmarks.smtp;

import io.tidings.benchmarks.Ceiling;
import java.time.Duration;

/** A relay that answers at once, so that what a message costs on this side counts. */
public abstract class SmtpNearContest extends SmtpContest {

    SmtpNearContest() {
        super(Duration.ZERO);
    }

    @Override
    @Ceiling(millis = 0.12, megabytes = 0.04, roundTrips = 2.3)
    public void tidings() throws Exception {
        super.tidings();
    }
}
