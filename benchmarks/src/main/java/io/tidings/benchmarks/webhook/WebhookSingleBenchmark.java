package io.tidings.benchmarks.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One event in a request, so that the signature is nearly all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WebhookSingleBenchmark extends WebhookContest {

    public WebhookSingleBenchmark() {
        super(1, 20_000);
    }

    /** Verified, read and stored. */
    @Benchmark
    public int tidings() {
        return verifyAndStore();
    }

    /** Verified by the JDK and parsed into Jackson's tree, which nobody reads. */
    @Benchmark
    public JsonNode verifiedAndParsed() throws GeneralSecurityException, IOException {
        return verifyAndParse();
    }
}
