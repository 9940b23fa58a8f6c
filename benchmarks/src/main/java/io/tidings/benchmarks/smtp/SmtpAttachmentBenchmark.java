package io.tidings.benchmarks.smtp;

import io.tidings.benchmarks.Ceiling;
import io.tidings.benchmarks.FarSide;
import io.tidings.benchmarks.Limit;
import io.tidings.benchmarks.smtp.sender.TidingsSender;
import io.tidings.benchmarks.smtp.sink.SinkMain;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
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

/** Sends a file of 10 MB, and copies it in base64 to nowhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmtpAttachmentBenchmark {

    private Path file;
    private FarSide relay;
    private TidingsSender tidings;

    @Setup
    public void start() throws IOException {
        byte[] content = new byte[10 * 1024 * 1024];
        new Random(1).nextBytes(content);
        file = Files.write(Files.createTempFile("tidings-benchmark", ".bin"), content);
        relay = FarSide.start(SinkMain.class, Duration.ZERO);
        tidings = new TidingsSender(relay.port(), 1);
    }

    @TearDown
    public void stop() throws IOException {
        tidings.close();
        relay.close();
        Files.delete(file);
    }

    /** Ours. */
    @Benchmark
    @Ceiling(millis = Double.POSITIVE_INFINITY, megabytes = 2)
    public void tidings() throws IOException {
        tidings.send(List.of(Attachment.of("report.bin", "application/octet-stream", ContentSource.of(file))));
    }

    /** The file in lines of base64, with nothing around it; holds nothing but a buffer. */
    @Benchmark
    @Limit(value = 10, bytes = Double.POSITIVE_INFINITY)
    public long base64Copy() throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream base64 = Base64.getMimeEncoder().wrap(OutputStream.nullOutputStream())) {
            return in.transferTo(base64);
        }
    }
}
