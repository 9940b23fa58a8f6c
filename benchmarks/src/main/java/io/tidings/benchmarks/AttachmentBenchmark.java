package io.tidings.benchmarks;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.mime.MimeWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
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

/** Writes a message with a file of 10 MB, and the file alone in base64. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 4, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class AttachmentBenchmark {

    private static final int SIZE = 10 * 1024 * 1024;

    private Path file;
    private EmailMessage message;
    private MimeWriter writer;

    @Setup
    public void prepare() throws IOException {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        file = Files.write(Files.createTempFile("attachment", ".bin"), content);
        message = EmailMessage.builder()
                .from(EmailAddress.of("no-reply@portal.example.gov", "Data Portal"))
                .to(EmailAddress.of("jane@example.org", "Jane Doe"))
                .subject("Your report")
                .text("Your report is attached.\n")
                .attachments(Attachment.of("report.bin", "application/octet-stream", ContentSource.of(file)))
                .build();
        writer = new MimeWriter(InstantSource.fixed(Instant.EPOCH));
    }

    @TearDown
    public void clean() throws IOException {
        Files.delete(file);
    }

    /** Ours. */
    @Benchmark
    public long tidings() throws IOException {
        CountingStream out = new CountingStream();
        writer.write(message, out);
        return out.count();
    }

    /** The file in lines of base64, with nothing around it; holds nothing but a buffer of 8 kB. */
    @Benchmark
    @Limit(value = 2, bytes = 6)
    public long base64Copy() throws IOException {
        CountingStream out = new CountingStream();
        try (InputStream in = Files.newInputStream(file);
                OutputStream base64 = Base64.getMimeEncoder().wrap(out)) {
            in.transferTo(base64);
        }
        return out.count();
    }
}
