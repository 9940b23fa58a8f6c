package io.tidings.benchmarks.sendgrid;

import io.tidings.benchmarks.Ceiling;
import io.tidings.email.SendResult;
import java.io.IOException;
import java.nio.file.Path;
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

/** A file of 10 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class SendGridAttachmentBenchmark {

    private Contenders contenders;
    private Path file;

    @Setup
    public void start() throws IOException {
        file = Notice.file(10);
        contenders = new Contenders(Duration.ZERO, 16);
    }

    @TearDown
    public void stop() throws IOException {
        contenders.close();
    }

    /** Ours. */
    @Benchmark
    @Ceiling(millis = 10, megabytes = 4)
    public SendResult tidings() throws IOException {
        return Notice.requireAccepted(contenders.tidings.send(Notice.ours(file)));
    }

    /** The SDK over a pool of the same size. */
    @Benchmark
    public Object sdkSamePool() throws IOException {
        return contenders.sdkSamePool.send(Notice.theirs(file));
    }
}
