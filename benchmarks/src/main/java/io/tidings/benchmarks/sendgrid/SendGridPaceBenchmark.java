package io.tidings.benchmarks.sendgrid;

import io.tidings.benchmarks.Pace;
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

/** 64 messages under way to a far side that takes 20 ms for each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@Threads(64)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
public class SendGridPaceBenchmark {

    private final EmailMessage message = Notice.ours().build();
    private Contenders contenders;

    @Setup
    public void start() throws IOException {
        contenders = new Contenders(Duration.ofMillis(20), 64);
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

    /** The SDK as its README says. */
    @Benchmark
    @Pace(25)
    public Object sdkAsDocumented() throws IOException {
        return contenders.sdkAsDocumented.send(Notice.theirs());
    }

    /** A connection for each thread, and nothing else. */
    @Benchmark
    @Pace(0.9)
    public int bareSocket(Connection connection) throws IOException {
        return connection.socket.send();
    }

    /** Of one thread. */
    @State(Scope.Thread)
    public static class Connection {

        private BareSocket socket;

        @Setup
        public void open(SendGridPaceBenchmark benchmark) throws IOException {
            socket = new BareSocket(benchmark.contenders.farSide.port());
        }

        @TearDown
        public void close() throws IOException {
            socket.close();
        }
    }
}
