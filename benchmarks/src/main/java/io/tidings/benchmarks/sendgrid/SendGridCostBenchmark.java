package io.tidings.benchmarks.sendgrid;

import io.tidings.benchmarks.Limit;
import io.tidings.email.EmailMessage;
import io.tidings.email.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** A far side that answers at once, so that only what a message costs on this side counts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@Threads(4)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 4, time = 2)
public class SendGridCostBenchmark {

    private final EmailMessage message = Notice.ours().build();
    private Contenders contenders;

    @Setup
    public void start() throws IOException {
        contenders = new Contenders(Duration.ZERO, 16);
    }

    @TearDown
    public void stop() throws IOException {
        contenders.close();
    }

    /** Ours, given a message as a notifier gives it. */
    @Benchmark
    public SendResult tidings() {
        return Notice.requireAccepted(contenders.tidings.send(message));
    }

    /** The SDK over a pool of the same size, given the same texts; its mail is a part of it. */
    @Benchmark
    @Limit(1.0)
    public Object sdkSamePool() throws IOException {
        return contenders.sdkSamePool.send(Notice.theirs());
    }
}
