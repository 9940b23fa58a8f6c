package io.tidings.benchmarks.smtp;

import io.tidings.benchmarks.Ceiling;
import java.time.Duration;
import org.openjdk.jmh.annotations.Measurement;

/** A relay that answers at once, so that what a message costs on this side counts. */
@Measurement(iterations = 5, time = 1)
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
