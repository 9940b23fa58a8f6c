package io.tidings.benchmarks;

import io.tidings.adapter.failover.FailoverConfig;
import io.tidings.adapter.failover.FailoverEmailAdapter;
import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.email.Accepted;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.SendResult;
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

/** The cheapest adapter there is, alone and through fail-over, so that what fail-over allocates is seen best. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 4, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class FailoverBenchmark {

    private static final int KEPT = 1_000;

    private final EmailMessage message = EmailMessage.builder()
            .from(EmailAddress.of("portal@example.gov", "Data Portal"))
            .to(EmailAddress.of("jane@example.org", "Jane Doe"))
            .subject("Your access request was approved")
            .text("Your request was approved.\n")
            .build();
    private InMemoryEmailAdapter adapter;
    private FailoverEmailAdapter failover;
    private int sent;

    @Setup
    public void start() {
        adapter = new InMemoryEmailAdapter(InMemoryConfig.defaults());
        failover = new FailoverEmailAdapter(FailoverConfig.of(adapter));
    }

    @TearDown
    public void stop() {
        failover.close();
    }

    /** Through fail-over. */
    @Benchmark
    public SendResult tidings() {
        return send(failover);
    }

    /** The adapter alone. */
    @Benchmark
    @Limit(value = Double.POSITIVE_INFINITY, moreBytes = 1_024)
    public SendResult direct() {
        return send(adapter);
    }

    private SendResult send(EmailPort port) {
        SendResult result = port.send(message);
        if (!(result instanceof Accepted)) {
            throw new IllegalStateException("not accepted: " + result);
        }
        sent++;
        if (sent % KEPT == 0) {
            adapter.mailbox().clear();
        }
        return result;
    }
}
