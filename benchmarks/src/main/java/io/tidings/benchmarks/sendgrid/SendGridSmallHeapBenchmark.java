package io.tidings.benchmarks.sendgrid;

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

/** Four files of 20 MB at once from a heap of 64 MB: the run fails if that is too small. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@Threads(4)
@Fork(value = 1, jvmArgs = "-Xmx64m")
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 2, time = 2)
public class SendGridSmallHeapBenchmark {

    private Contenders contenders;
    private Path file;

    @Setup
    public void start() throws IOException {
        file = Notice.file(20);
        contenders = new Contenders(Duration.ZERO, 16);
    }

    @TearDown
    public void stop() throws IOException {
        contenders.close();
    }

    /** Ours. */
    @Benchmark
    public SendResult tidings() throws IOException {
        return Notice.requireAccepted(contenders.tidings.send(Notice.ours(file)));
    }
}
