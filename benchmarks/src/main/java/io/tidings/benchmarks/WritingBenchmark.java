package io.tidings.benchmarks;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.mime.MimeWriter;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
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

/** Writes a message of 2 KB text and 2 KB HTML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 4, time = 1)
public class WritingBenchmark {

    private static final String FROM = "no-reply@portal.example.gov";
    private static final String SENDER = "Data Portal";
    private static final String TO = "juergen@example.org";
    private static final String RECIPIENT = "Jürgen Müller";
    private static final String SUBJECT = "Your data were submitted – thank you";
    private static final String TEXT = "Your data were received, and are being checked now.\n".repeat(39);
    private static final String HTML = "<p>Your data were received – and are being checked now.</p>\n".repeat(34);

    private final MimeWriter writer = new MimeWriter(InstantSource.fixed(Instant.EPOCH));
    private final Session session = Session.getInstance(new Properties());

    /** Ours. */
    @Benchmark
    public long tidings() throws IOException {
        EmailMessage message = EmailMessage.builder()
                .from(EmailAddress.of(FROM, SENDER))
                .to(EmailAddress.of(TO, RECIPIENT))
                .subject(SUBJECT)
                .text(TEXT)
                .html(HTML)
                .build();
        CountingStream out = new CountingStream();
        writer.write(message, out);
        return out.count();
    }

    /** Angus Mail. */
    @Benchmark
    @Limit(1)
    public long angus() throws IOException, MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(TEXT, "utf-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HTML, "utf-8", "html");
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(FROM, SENDER, "utf-8"));
        message.setRecipient(RecipientType.TO, new InternetAddress(TO, RECIPIENT, "utf-8"));
        message.setSubject(SUBJECT, "utf-8");
        message.setSentDate(Date.from(Instant.EPOCH));
        message.setContent(new MimeMultipart("alternative", text, html));
        CountingStream out = new CountingStream();
        message.writeTo(out);
        return out.count();
    }
}
