package io.tidings.benchmarks.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.benchmarks.Ceiling;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A thousand events in a request, as SendGrid sends them under load. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WebhookBatchBenchmark extends WebhookContest {

    public WebhookBatchBenchmark() {
        super(1_000, 100);
    }

    /** Verified, read and stored. */
    @Benchmark
    @OperationsPerInvocation(1_000)
    @Ceiling(millis = 0.02, megabytes = 0.01)
    public int tidings() {
        return verifyAndStore();
    }

    /** Verified by the JDK and parsed into Jackson's tree, which nobody reads. */
    @Benchmark
    @OperationsPerInvocation(1_000)
    public JsonNode verifiedAndParsed() throws GeneralSecurityException, IOException {
        return verifyAndParse();
    }
}
