package io.tidings.benchmarks.smtp;

import io.tidings.benchmarks.Ceiling;
import io.tidings.benchmarks.FarSide;
import io.tidings.benchmarks.Pace;
import io.tidings.benchmarks.RoundTripProfiler;
import io.tidings.benchmarks.smtp.sender.Sender;
import io.tidings.benchmarks.smtp.sink.SinkMain;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A relay that far away and one contender, in a process each. How many messages are under way is up to the heirs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public abstract class SmtpContest {

    private static final long WARM_UP_NANOS = 2_500_000_000L;

    private final Duration delay;
    private FarSide relay;
    private Sender sender;

    /** @param delay each way */
    SmtpContest(Duration delay) {
        this.delay = delay;
    }

    @Setup
    public void start(BenchmarkParams benchmark) throws Exception {
        String name = benchmark.getBenchmark();
        String contender = name.substring(name.lastIndexOf('.') + 1);
        warmUp(contender);
        relay = FarSide.start(SinkMain.class, delay);
        sender = Sender.of(contender, relay.port(), benchmark.getThreads());
        RoundTripProfiler.watch(relay);
    }

    /** With a relay next door: the few messages of a long line do not get code compiled in time. */
    private static void warmUp(String contender) throws Exception {
        try (FarSide near = FarSide.start(SinkMain.class, Duration.ZERO)) {
            Sender warming = Sender.of(contender, near.port(), 1);
            long start = System.nanoTime();
            while (System.nanoTime() - start < WARM_UP_NANOS) {
                warming.send();
            }
            warming.close();
        }
    }

    @TearDown
    public void stop() throws Exception {
        sender.close();
        relay.close();
    }

    /** Ours. Processor time is counted in steps of 10 ms, too coarse for the few messages of a long line. */
    @Benchmark
    @Ceiling(millis = Double.POSITIVE_INFINITY, megabytes = 0.04, roundTrips = 2.3)
    public void tidings() throws Exception {
        sender.send();
    }

    /** Angus Mail with an open transport for each thread. */
    @Benchmark
    @Pace(1)
    public void angus() throws Exception {
        sender.send();
    }

    /** Simple Java Mail with its batch module, which has a pool. */
    @Benchmark
    @Pace(1)
    public void simpleJavaMail() throws Exception {
        sender.send();
    }

    /** Spring, which connects for each message. */
    @Benchmark
    @Pace(1)
    public void spring() throws Exception {
        sender.send();
    }

    /** Vert.x mail client, which has a pool and pipelines. */
    @Benchmark
    @Pace(1)
    public void vertx() throws Exception {
        sender.send();
    }
}
