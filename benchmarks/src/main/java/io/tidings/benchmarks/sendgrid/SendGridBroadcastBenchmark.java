package io.tidings.benchmarks.sendgrid;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** 10,000 identical notices: the run fails if that is not 10 requests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@Threads(1)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class SendGridBroadcastBenchmark {

    private static final int MESSAGES = 10_000;
    private static final int REQUESTS = 10;

    private final List<EmailMessage> messages = new ArrayList<>();
    private Contenders contenders;

    @Setup
    public void start() throws IOException {
        contenders = new Contenders(Duration.ZERO, 16);
        EmailMessage first = Notice.ours().build();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(first.toBuilder()
                    .id(MessageId.random())
                    .to(EmailAddress.of("recipient" + i + "@example.org"))
                    .content(first.content())
                    .build());
        }
    }

    @TearDown
    public void stop() throws IOException {
        contenders.close();
    }

    /** Ours. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public List<SendResult> tidings() throws IOException {
        int before = contenders.farSide.count();
        List<SendResult> results = contenders.tidings.sendAll(messages);
        results.forEach(Notice::requireAccepted);
        int requests = contenders.farSide.count() - before;
        if (results.size() != MESSAGES || requests != REQUESTS) {
            throw new IllegalStateException(results.size() + " messages in " + requests + " requests");
        }
        return results;
    }
}
