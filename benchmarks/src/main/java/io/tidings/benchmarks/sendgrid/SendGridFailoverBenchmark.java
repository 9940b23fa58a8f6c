package io.tidings.benchmarks.sendgrid;

import io.tidings.adapter.failover.FailoverConfig;
import io.tidings.adapter.failover.FailoverEmailAdapter;
import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
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

/** A far side that answers at once, asked by the adapter alone and through fail-over that never has to do anything. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@Threads(4)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 6, time = 2)
public class SendGridFailoverBenchmark {

    private final EmailMessage message = Notice.ours().build();
    private Contenders contenders;
    private FailoverEmailAdapter failover;

    @Setup
    public void start() throws IOException {
        contenders = new Contenders(Duration.ZERO, 16);
        failover = new FailoverEmailAdapter(
                FailoverConfig.of(contenders.tidings, new InMemoryEmailAdapter(InMemoryConfig.defaults())));
    }

    @TearDown
    public void stop() throws IOException {
        failover.close();
        contenders.close();
    }

    /** Through fail-over. */
    @Benchmark
    public SendResult tidings() {
        return Notice.requireAccepted(failover.send(message));
    }

    /** The adapter alone. */
    @Benchmark
    @Limit(value = 1.05, moreBytes = 1_024)
    public SendResult direct() {
        return Notice.requireAccepted(contenders.tidings.send(message));
    }
}
